package main

import (
	"fmt"
	"path/filepath"
	"sort"
)

const (
	mib = 1 << 20
	// allowed is the heap above the JVM's base that a prefetch may need.
	allowed      = 64 * mib
	largeModules = 4
	largeSize    = 120 * mib
)

// reportMemory prefetches in JVMs with less and less heap.
func reportMemory(c config, t *tools, set moduleSet) error {
	type load struct {
		name string
		dir  string
	}
	var loads []load
	n := c.modules[len(c.modules)-1]
	dir, err := t.project(set, n)
	if err != nil {
		return err
	}
	loads = append(loads, load{fmt.Sprintf("%d modules of %d KiB", n, c.zipSize>>10), dir})
	if c.large {
		progress("making %d modules of %d MiB", largeModules, largeSize>>20)
		large, err := generate(filepath.Join(c.work, "tree", "large"), largeModules, largeSize, 0)
		if err != nil {
			return err
		}
		dir := filepath.Join(c.work, "large")
		if err := large.project(dir, largeModules); err != nil {
			return err
		}
		loads = append(loads, load{fmt.Sprintf("%d modules of %d MiB", largeModules, largeSize>>20), dir})
	}
	base, err := idleHeap(t)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, l := range loads {
		url := t.proxy.url
		if filepath.Base(l.dir) == "large" {
			url += "/large"
		}
		for _, above := range []int64{allowed, allowed / 2, allowed / 4, allowed / 8} {
			progress("memory: %s, -Xmx base + %d MiB", l.name, above/mib)
			row, err := boundedRun(t, l.name, l.dir, url, base, above)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
	}
	fmt.Println("\n## Memory")
	fmt.Printf("\nHeap of an idle JVM with the harness, after a collection: %.1f MiB. One cold prefetch in a fresh JVM with"+
		" -Xmx that much and so many MiB more. Live: the most heap in use after any collection, above the base.\n",
		float64(base)/mib)
	fmt.Println(table([]string{"load", "-Xmx above base, MiB", "result", "live above base, MiB", "milliseconds"}, rows))
	return nil
}

func idleHeap(t *tools) (int64, error) {
	j, err := startJVM(t, "")
	if err != nil {
		return 0, err
	}
	defer j.close()
	var used int64
	err = j.ask("heap", &used)
	return used, err
}

func boundedRun(t *tools, name, dir, url string, base, above int64) ([]string, error) {
	row := []string{name, fmt.Sprint(above / mib)}
	j, err := startJVM(t, fmt.Sprint(base+above))
	if err != nil {
		return nil, err
	}
	defer j.close()
	cache := t.fresh("cache")
	defer remove(cache)
	t.proxy.rtt.Store(0)
	elapsed, err := j.prefetch(dir, cache, url)
	if err != nil {
		progress("%v", err)
		return append(row, "**failed**", "", ""), nil
	}
	var peak int64
	if err := j.ask("peak", &peak); err != nil {
		return append(row, "**failed**", "", ""), nil
	}
	return append(row, "passes", fmt.Sprintf("%.1f", float64(peak-base)/mib), millis(elapsed)), nil
}

func sortBy(lines []string, key func(string) string) {
	sort.Slice(lines, func(i, j int) bool { return key(lines[i]) < key(lines[j]) })
}
