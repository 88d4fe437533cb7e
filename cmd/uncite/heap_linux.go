package main

import "golang.org/x/sys/unix"

// preferHuge asks for huge pages behind a block and reports whether the kernel knows them.
func preferHuge(block []byte) bool { return unix.Madvise(block, unix.MADV_HUGEPAGE) == nil }
