package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// slow is how long the go command may take before it is run once only.
const slow = 12 * time.Second

// warmUps is how many runs the warm JVM gets before its first figure.
const warmUps = 8

func reportCold(c config, t *tools, set moduleSet) error {
	fmt.Println("\n## Cold cache")
	fmt.Printf("\nMedian milliseconds; each run with an empty module cache and HOME, page cache warm, the tools in turn."+
		" Limit: 2 round trips (3 over TLS) + transfer + hash; with files: and inflating and writing them. Where `go mod download` takes over %v (*), it ran once.\n", slow)
	var rows [][]string
	for _, n := range c.modules {
		dir, err := t.project(set, n)
		if err != nil {
			return err
		}
		for i := t.jvm.runs; i < warmUps; i++ {
			if _, err := t.cold(t.warmJVM, dir, 0); err != nil {
				return err
			}
		}
		for _, rtt := range c.rtts {
			progress("cold: %d modules, %v", n, rtt)
			row, err := coldRow(c, t, set, dir, n, rtt)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
	}
	fmt.Println(table([]string{"modules", "RTT", "go", "gomod", "times faster", "warm JVM", "times faster",
		"limit", "gomod over", "warm over", "limit with files", "gomod over", "warm over", "requests go/gomod", "connections go/gomod", "MiB resident go/gomod"}, rows))
	return nil
}

func coldRow(c config, t *tools, set moduleSet, dir string, n int, rtt time.Duration) ([]string, error) {
	var goRuns, gomodRuns, warmRuns []sample
	once := ""
	for i := 0; i < c.runs; i++ {
		if i == 0 || goRuns[0].time < slow {
			if err := add(&goRuns, t, t.goModDownload, dir, rtt); err != nil {
				return nil, err
			}
		} else {
			once = "*"
		}
		if err := add(&gomodRuns, t, t.gomod, dir, rtt); err != nil {
			return nil, err
		}
		if err := add(&warmRuns, t, t.warmJVM, dir, rtt); err != nil {
			return nil, err
		}
	}
	g, p, w := medianOf(goRuns), medianOf(gomodRuns), medianOf(warmRuns)
	l, err := limitsOf(t, set, n)
	if err != nil {
		return nil, err
	}
	limit := l.at(rtt, c.tls)
	return []string{
		fmt.Sprint(n), millis(rtt), millis(g.time) + once,
		millis(p.time), ratio(g.time, p.time), millis(w.time), ratio(g.time, w.time),
		millis(limit), millis(p.time - limit), millis(w.time - limit),
		millis(limit + l.unpack), millis(p.time - limit - l.unpack), millis(w.time - limit - l.unpack),
		fmt.Sprintf("%d / %d", g.requests, p.requests),
		fmt.Sprintf("%d / %d", g.connections, p.connections),
		fmt.Sprintf("%d / %d", g.maxRSS>>20, p.maxRSS>>20),
	}, nil
}

func add(runs *[]sample, t *tools, run tool, dir string, rtt time.Duration) error {
	s, err := t.cold(run, dir, rtt)
	*runs = append(*runs, s)
	return err
}

// project makes the project of n modules once, and checks once that both tools
// fill the cache with all of them.
func (t *tools) project(set moduleSet, n int) (string, error) {
	dir := filepath.Join(t.work, fmt.Sprintf("project%d", n))
	return dir, set.project(dir, n)
}

// reportWarm times runs that find everything in the cache.
func reportWarm(c config, t *tools, set moduleSet) error {
	var rows [][]string
	for _, n := range c.modules {
		progress("warm: %d modules", n)
		dir, err := t.project(set, n)
		if err != nil {
			return err
		}
		cache := t.fresh("filled")
		if _, err := t.timed(t.gomod, dir, cache, 0); err != nil {
			return err
		}
		if found := zipsIn(cache); found != n {
			return fmt.Errorf("gomod prefetch left %d zips in the cache instead of %d", found, n)
		}
		var medians []sample
		for _, run := range []tool{t.goModDownload, t.gomod, t.warmJVM} {
			var runs []sample
			for i := 0; i < c.runs; i++ {
				s, err := t.timed(run, dir, cache, 0)
				if err != nil {
					return err
				}
				runs = append(runs, s)
			}
			medians = append(medians, medianOf(runs))
		}
		remove(cache)
		g, p, w := medians[0], medians[1], medians[2]
		rows = append(rows, []string{fmt.Sprint(n), millis(g.time), millis(p.time), ratio(g.time, p.time),
			millis(w.time), ratio(g.time, w.time), fmt.Sprintf("%d / %d", g.requests, p.requests)})
	}
	fmt.Println("\n## Warm cache")
	fmt.Println("\nEverything is there already. Median milliseconds.")
	fmt.Println(table([]string{"modules", "go", "gomod", "times faster", "warm JVM", "times faster", "requests go/gomod"}, rows))
	return nil
}

func zipsIn(cache string) int {
	n := 0
	filepath.WalkDir(cache, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".ziphash") {
			n++
		}
		return nil
	})
	return n
}

func (t *tools) median(n int, run tool, dir string, rtt time.Duration) (sample, error) {
	var runs []sample
	for i := 0; i < n; i++ {
		if err := add(&runs, t, run, dir, rtt); err != nil {
			return sample{}, err
		}
	}
	return medianOf(runs), nil
}
