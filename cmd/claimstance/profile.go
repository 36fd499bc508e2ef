package main

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/pflag"
)

// profile writes what the Go tools read, for work on the program's speed.
type profile struct {
	cpu, mem string
	running  *os.File
}

func (a *app) profileFlags(f *pflag.FlagSet) {
	f.StringVar(&a.profile.cpu, "cpuprofile", "", "write a CPU profile to this file")
	f.StringVar(&a.profile.mem, "memprofile", "", "write a heap profile to this file")
	for _, name := range []string{"cpuprofile", "memprofile"} {
		f.Lookup(name).Hidden = true
	}
}

func (p *profile) start() error {
	if p.mem == "" {
		runtime.MemProfileRate = 0 // nobody reads what it would gather
	}
	if p.cpu == "" {
		return nil
	}
	f, err := os.Create(p.cpu)
	if err != nil {
		return usagef("--cpuprofile: %w", err)
	}
	p.running = f
	return pprof.StartCPUProfile(f)
}

func (p *profile) stop() error {
	if p.running != nil {
		pprof.StopCPUProfile()
		if err := p.running.Close(); err != nil {
			return err
		}
	}
	if p.mem == "" {
		return nil
	}
	f, err := os.Create(p.mem)
	if err != nil {
		return err
	}
	runtime.GC()
	return errors.Join(pprof.Lookup("allocs").WriteTo(f, 0), f.Close())
}
