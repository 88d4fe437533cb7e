package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// onEngine tests that the graph of shards that an engine has made is that of one
// machine, byte for byte. run makes shard-K.jsonl.gz in the folder, one for each of
// the shards.
func onEngine(t *testing.T, run func(shards int, corpus, folder string)) {
	t.Helper()
	const shards = 5
	dir := t.TempDir()
	corpus, folder := filepath.Join(dir, "corpus"), filepath.Join(dir, "shards")
	for _, d := range []string{corpus, folder} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 40 {
		text := fmt.Sprintf("The delegation recalls General Assembly resolutions 60/%d and 61/%d.\n", i%7+1, i+1)
		if err := os.WriteFile(filepath.Join(corpus, fmt.Sprintf("letter-%02d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	run(shards, corpus, folder)
	files, err := filepath.Glob(filepath.Join(folder, "shard-*.jsonl.gz"))
	if err != nil || len(files) != shards {
		t.Fatalf("%d files of %d shards, %v", len(files), shards, err)
	}
	graph := func(paths ...string) []byte {
		out, err := exec.Command("uncite", append([]string{"map", "-q", "--format", "graphml"}, paths...)...).Output()
		if err != nil || len(out) == 0 {
			t.Fatalf("%d bytes, %v", len(out), err)
		}
		return out
	}
	if !bytes.Equal(graph(files...), graph(corpus)) {
		t.Error("the graph of the shards is another than that of the corpus")
	}
}

// TestDask runs the script of docs/clusters.md on Dask distributed.
func TestDask(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts a cluster")
	}
	const python = "/usr/bin/python3"
	if exec.Command(python, "-c", "import distributed").Run() != nil {
		t.Skip("Dask distributed (Debian: python3-distributed) is not there")
	}
	onEngine(t, func(shards int, corpus, folder string) {
		out, err := exec.Command(python, filepath.Join("testdata", "clusters", "dask_shards.py"), fmt.Sprint(shards), corpus, folder).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	})
}

// slurmConf is a cluster of one node, this machine.
const slurmConf = `ClusterName=test
SlurmctldHost=localhost
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
ReturnToService=2
SelectType=select/cons_tres
SlurmctldPort=%d
SlurmdPort=%d
SlurmctldPidFile=DIR/slurmctld.pid
SlurmdPidFile=DIR/slurmd.pid
SlurmdSpoolDir=DIR/spool
StateSaveLocation=DIR/state
SlurmctldLogFile=DIR/slurmctld.log
SlurmdLogFile=DIR/slurmd.log
NodeName=localhost CPUs=1 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`

// TestSlurm runs the job array of docs/clusters.md on Slurm, started for it.
func TestSlurm(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts a cluster")
	}
	for _, program := range []string{"slurmctld", "slurmd", "sbatch", "squeue"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(program + " (Debian: slurm-wlm) is not there")
		}
	}
	if os.Getuid() != 0 {
		t.Skip("the daemons of Slurm want to be root's")
	}
	dir := t.TempDir()
	conf := filepath.Join(dir, "slurm.conf")
	port := 20000 + os.Getpid()%20000
	text := strings.ReplaceAll(fmt.Sprintf(slurmConf, port, port+1), "DIR", dir)
	if err := os.WriteFile(conf, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"spool", "state"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("SLURM_CONF", conf)
	for _, daemon := range [][]string{{"slurmctld", "-D", "-f", conf}, {"slurmd", "-D", "-f", conf, "-N", "localhost"}} {
		cmd := exec.Command(daemon[0], daemon[1:]...)
		if err := cmd.Start(); err != nil {
			t.Skipf("%s does not start here: %v", daemon[0], err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	}
	if !within(30*time.Second, func() bool {
		out, err := exec.Command("sinfo", "-h", "-o", "%T").Output()
		return err == nil && strings.Contains(string(out), "idle")
	}) {
		log, _ := os.ReadFile(filepath.Join(dir, "slurmctld.log"))
		t.Skipf("no node of Slurm comes up here: %s", log[max(0, len(log)-2000):])
	}
	onEngine(t, func(shards int, corpus, folder string) {
		script, err := filepath.Abs(filepath.Join("testdata", "clusters", "slurm_array.sh"))
		if err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("sbatch", fmt.Sprintf("--array=1-%d", shards), "--output="+filepath.Join(dir, "%a.log"), script, corpus, folder).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if !within(2*time.Minute, func() bool {
			out, err := exec.Command("squeue", "-h").Output()
			return err == nil && len(bytes.TrimSpace(out)) == 0
		}) {
			t.Fatal("the array does not come to its end")
		}
	})
}

// within asks until the answer is yes, for so long.
func within(limit time.Duration, ask func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(300 * time.Millisecond) {
		if ask() {
			return true
		}
	}
	return false
}
