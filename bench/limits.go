package main

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

// limits are the times that the first n modules cost at least, whoever fetches
// them, with all processors at work.
type limits struct {
	transfer time.Duration // the zips over loopback, without waiting
	hash     time.Duration // SHA-256 of all files in the zips
	unpack   time.Duration // inflating them and writing the files
}

// at is the least time with that round trip: a connection, over TLS a
// handshake, a request, and what has to be moved and hashed.
func (l limits) at(rtt time.Duration, overTLS bool) time.Duration {
	trips := 2 * rtt
	if overTLS {
		trips += rtt
	}
	return trips + l.transfer + l.hash
}

var measured = map[int]limits{}

// limitsOf measures once for each number of modules; the best of three.
func limitsOf(t *tools, set moduleSet, n int) (limits, error) {
	if l, ok := measured[n]; ok {
		return l, nil
	}
	t.proxy.rtt.Store(0)
	var best limits
	for i := 0; i < 3; i++ {
		out := t.fresh("unpacked")
		transfer, err := parallel(set.modules[:n], func(m generated) error { return t.copyRaw(set, m) })
		if err != nil {
			return best, err
		}
		hash, err := parallel(set.modules[:n], hashOnly)
		if err != nil {
			return best, err
		}
		unpack, err := parallel(set.modules[:n], func(m generated) error { return unpack(m, out) })
		remove(out)
		if err != nil {
			return best, err
		}
		if i == 0 {
			best = limits{transfer, hash, unpack}
		}
		best = limits{min(best.transfer, transfer), min(best.hash, hash), min(best.unpack, unpack)}
	}
	measured[n] = best
	return best, nil
}

func parallel(modules []generated, f func(generated) error) (time.Duration, error) {
	work := make(chan generated)
	errs := make(chan error, len(modules))
	var workers sync.WaitGroup
	start := time.Now()
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for m := range work {
				if err := f(m); err != nil {
					errs <- err
				}
			}
		}()
	}
	for _, m := range modules {
		work <- m
	}
	close(work)
	workers.Wait()
	elapsed := time.Since(start)
	select {
	case err := <-errs:
		return elapsed, err
	default:
		return elapsed, nil
	}
}

// copyRaw reads a zip from the proxy and forgets it.
func (t *tools) copyRaw(set moduleSet, m generated) error {
	name, err := filepath.Rel(set.tree, m.zip)
	if err != nil {
		return err
	}
	response, err := t.client.Get(t.proxy.url + "/" + filepath.ToSlash(name))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	n, err := io.Copy(io.Discard, response.Body)
	if err == nil && n != m.zipSize {
		err = fmt.Errorf("%s: %d bytes instead of %d", name, n, m.zipSize)
	}
	return err
}

var block = make([]byte, 1<<20)

// hashOnly digests as many bytes as the module has, from memory.
func hashOnly(m generated) error {
	digest := sha256.New()
	for left := m.size; left > 0; left -= int64(len(block)) {
		digest.Write(block[:min(left, int64(len(block)))])
	}
	digest.Sum(nil)
	return nil
}

// unpack inflates a zip into a directory.
func unpack(m generated, out string) error {
	z, err := zip.OpenReader(m.zip)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		path := filepath.Join(out, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0777); err != nil {
			return err
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		w, err := os.Create(path)
		if err != nil {
			return err
		}
		if _, err = io.Copy(w, r); err != nil {
			return err
		}
		if err = w.Close(); err != nil {
			return err
		}
	}
	return nil
}

// reportLimits says what the machine allows, and what starting a process costs.
func reportLimits(c config, t *tools, set moduleSet) error {
	empty := filepath.Join(c.work, "empty")
	var rows [][]string
	for _, n := range c.modules {
		l, err := limitsOf(t, set, n)
		if err != nil {
			return err
		}
		rows = append(rows, []string{fmt.Sprint(n), millis(l.transfer), millis(l.hash), millis(l.unpack)})
	}
	fmt.Println("\n## What the machine allows")
	fmt.Println("\nZips over loopback without a round trip; SHA-256 of their files; inflating them and writing the files" +
		" (plain Go programs, all processors). Milliseconds.")
	fmt.Println(table([]string{"modules", "transfer", "hash", "inflate and write"}, rows))
	goStart, err := t.median(c.runs, t.goModDownload, empty, 0)
	if err != nil {
		return err
	}
	gomodStart, err := t.median(c.runs, t.gomod, empty, 0)
	if err != nil {
		return err
	}
	fmt.Printf("\nA main module without requirements: `go mod download` %s ms, `gomod prefetch` %s ms.\n",
		millis(goStart.time), millis(gomodStart.time))
	return nil
}
