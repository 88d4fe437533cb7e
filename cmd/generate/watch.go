package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"
)

// counted passes on what is read, and counts it.
type counted struct {
	from io.Reader
	n    *atomic.Int64
}

func (c counted) Read(b []byte) (int, error) {
	n, err := c.from.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// watchEvery is how often watch tells how far the command is.
const watchEvery = time.Minute

// watch runs a command on what generate writes, without a file between, and tells on
// standard error what it read, what it cost, and its memory at its highest.
func watch(write func(io.Writer) error, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	from, to := io.Pipe()
	var read atomic.Int64
	cmd.Stdin = counted{from, &read}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { to.CloseWithError(write(to)) }()
	ticks := time.NewTicker(watchEvery)
	defer ticks.Stop()
	go func() {
		for range ticks.C {
			fmt.Fprintf(os.Stderr, "generate: %.1f GB in %.0f s%s\n", float64(read.Load())/1e9, time.Since(begun).Seconds(), memoryOf(cmd.Process.Pid))
		}
	}()
	err := cmd.Wait()
	used := cmd.ProcessState
	fmt.Fprintf(os.Stderr, "generate: %.2f GB in %.0f s, processor time %.0f s%s\n", float64(read.Load())/1e9, time.Since(begun).Seconds(),
		(used.UserTime() + used.SystemTime()).Seconds(), peakOf(used))
	return errors.Join(err, from.Close())
}
