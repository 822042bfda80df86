package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const (
	hashedModules = 8
	hashedSize    = 48 * mib
)

func (t *tools) goModVerify(dir, home, cache string) (int64, time.Duration, error) {
	return t.process(dir, home, cache, "go", "mod", "verify")
}

func (t *tools) gomodVerify(dir, home, cache string) (int64, time.Duration, error) {
	return t.process(dir, home, cache, filepath.Join(t.root, "gomod"), "verify", "--dir", dir, "--modcache", cache)
}

func (t *tools) warmVerify(dir, home, cache string) (int64, time.Duration, error) {
	var nanos int64
	err := t.jvm.ask(strings.Join([]string{"verify", dir, cache}, "\t"), &nanos)
	return 0, time.Duration(nanos), err
}

// reportVerify times verifying a filled cache: many modules as they are, and a
// few large ones of which only the extracted files are left, so that there is
// nothing to do but to read and to hash.
func reportVerify(c config, t *tools, set moduleSet) error {
	fmt.Println("\n## Verifying")
	fmt.Println("\nMedian milliseconds, page cache warm; MiB/s: bytes in zips and extracted files, by the running JVM.")
	var rows [][]string
	for _, n := range c.modules {
		dir, err := t.project(set, n)
		if err != nil {
			return err
		}
		size := int64(0)
		for _, m := range set.modules[:n] {
			size += 2 * m.size
		}
		row, err := verifyRow(c, t, fmt.Sprintf("%d modules", n), dir, t.proxy.url, size, false)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if c.large {
		progress("making %d modules of %d MiB", hashedModules, hashedSize>>20)
		large, err := generate(filepath.Join(c.work, "tree", "hashed"), hashedModules, hashedSize, 0)
		if err != nil {
			return err
		}
		dir := filepath.Join(c.work, "hashed")
		if err := large.project(dir, hashedModules); err != nil {
			return err
		}
		size := int64(0)
		for _, m := range large.modules {
			size += m.size
		}
		name := fmt.Sprintf("files of %d modules of %d MiB, no zips", hashedModules, hashedSize>>20)
		row, err := verifyRow(c, t, name, dir, t.proxy.url+"/hashed", size, true)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	fmt.Println(table([]string{"", "go mod verify", "gomod verify", "times faster", "running JVM", "times faster", "MiB/s"}, rows))
	fmt.Printf("\n`openssl speed sha256` on %d processors: %s.\n", runtime.NumCPU(), opensslRate())
	return nil
}

func verifyRow(c config, t *tools, name, dir, proxy string, size int64, withoutZips bool) ([]string, error) {
	progress("verify: %s", name)
	cache := t.fresh("verified")
	defer remove(cache)
	home := t.fresh("home")
	defer remove(home)
	if err := quietHome(home); err != nil {
		return nil, err
	}
	if _, _, err := t.process(dir, home, cache, filepath.Join(t.root, "gomod"),
		"prefetch", "--dir", dir, "--modcache", cache, "--goproxy", proxy); err != nil {
		return nil, err
	}
	if withoutZips {
		if err := removeZips(cache); err != nil {
			return nil, err
		}
	}
	for i := 0; i < warmUps; i++ {
		if _, _, err := t.warmVerify(dir, home, cache); err != nil {
			return nil, err
		}
	}
	var medians []sample
	for _, run := range []tool{t.goModVerify, t.gomodVerify, t.warmVerify} {
		var runs []sample
		for i := 0; i < c.runs; i++ {
			_, elapsed, err := run(dir, home, cache)
			if err != nil {
				return nil, err
			}
			runs = append(runs, sample{time: elapsed})
		}
		medians = append(medians, medianOf(runs))
	}
	g, p, w := medians[0], medians[1], medians[2]
	return []string{name, millis(g.time), millis(p.time), ratio(g.time, p.time), millis(w.time), ratio(g.time, w.time),
		fmt.Sprintf("%.0f", float64(size)/mib/w.time.Seconds())}, nil
}

func removeZips(cache string) error {
	return filepath.WalkDir(cache, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".zip") {
			err = os.Remove(path)
		}
		return err
	})
}

// opensslRate is what openssl hashes on all processors at once.
func opensslRate() string {
	out, err := exec.Command("openssl", "speed", "-seconds", "2", "-bytes", "65536",
		"-multi", strconv.Itoa(runtime.NumCPU()), "-mr", "sha256").Output()
	if err != nil {
		return "not measured, there is no openssl"
	}
	for _, line := range strings.Split(string(out), "\n") {
		// +F:number:name:bytes per second
		fields := strings.Split(strings.TrimSpace(line), ":")
		if len(fields) == 4 && fields[0] == "+F" {
			if rate, err := strconv.ParseFloat(fields[3], 64); err == nil {
				return fmt.Sprintf("%.0f MiB/s", rate/mib)
			}
		}
	}
	return "not measured, its answer is not understood"
}
