package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// tools runs the programs that are compared, each time with an empty HOME.
type tools struct {
	root, work string
	proxy      *proxy
	client     *http.Client
	jvm        *warmJVM
	serial     int
	// classPath of the engine, as ./gomod uses it.
	classPath string
}

// A sample is one run.
type sample struct {
	time                  time.Duration
	requests, connections int64
	maxRSS                int64 // bytes; 0 if unknown
}

func newTools(c config, p *proxy) (*tools, error) {
	t := &tools{root: c.root, work: c.work, proxy: p, client: p.trust.client()}
	progress("building ./gomod")
	empty := filepath.Join(c.work, "empty")
	if err := (moduleSet{}).project(empty, 0); err != nil {
		return nil, err
	}
	if _, err := t.cold(t.gomod, empty, 0); err != nil {
		return nil, fmt.Errorf("./gomod does not run: %w", err)
	}
	// Where ./gomod keeps what it has built.
	home := filepath.Join(c.root, "cli", "target", "gomod")
	t.classPath = filepath.Join(home, "gomod.jar") + string(os.PathListSeparator) + filepath.Join(home, "jna.jar")
	var err error
	t.jvm, err = startJVM(t, "")
	return t, err
}

func (t *tools) close() { t.jvm.close() }

// A tool fills the module cache for the project in dir.
type tool func(dir, home, cache string) (maxRSS int64, elapsed time.Duration, err error)

func (t *tools) goModDownload(dir, home, cache string) (int64, time.Duration, error) {
	return t.process(dir, home, cache, "go", "mod", "download")
}

func (t *tools) gomod(dir, home, cache string) (int64, time.Duration, error) {
	return t.process(dir, home, cache, filepath.Join(t.root, "gomod"),
		"prefetch", "--dir", dir, "--modcache", cache, "--goproxy", t.proxy.url)
}

func (t *tools) warmJVM(dir, home, cache string) (int64, time.Duration, error) {
	elapsed, err := t.jvm.prefetch(dir, cache, t.proxy.url)
	return 0, elapsed, err
}

func (t *tools) process(dir, home, cache, name string, args ...string) (int64, time.Duration, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"),
		"JAVA_HOME=" + os.Getenv("JAVA_HOME"),
		"HOME=" + home,
		"TMPDIR=" + os.TempDir(),
		"GOENV=off",
		"GOPATH=" + filepath.Join(home, "go"),
		"GOMODCACHE=" + cache,
		"GOPROXY=" + t.proxy.url,
		"GONOSUMDB=*",
		"GOFLAGS=-mod=mod",
		"GOTOOLCHAIN=local",
	}
	if t.proxy.trust != nil {
		cmd.Env = append(cmd.Env, "SSL_CERT_FILE="+t.proxy.trust.pem, "JAVA_TOOL_OPTIONS="+t.proxy.trust.javaOptions())
	}
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	start := time.Now()
	err := cmd.Run()
	elapsed := time.Since(start)
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, output.String())
	}
	return maxRSS(cmd.ProcessState), elapsed, err
}

// cold runs the tool with an empty cache, which is removed afterwards.
func (t *tools) cold(run tool, dir string, rtt time.Duration) (sample, error) {
	cache := t.fresh("cache")
	defer remove(cache)
	return t.timed(run, dir, cache, rtt)
}

// timed runs the tool with that cache.
func (t *tools) timed(run tool, dir, cache string, rtt time.Duration) (s sample, err error) {
	home := t.fresh("home")
	defer remove(home)
	if err = quietHome(home); err != nil {
		return s, err
	}
	// What runs before have written shall not be flushed on this run's time.
	exec.Command("sync").Run()
	s.requests, s.connections, err = t.proxy.measure(rtt, func() error {
		s.maxRSS, s.time, err = run(dir, home, cache)
		return err
	})
	return s, err
}

func (t *tools) fresh(name string) string {
	t.serial++
	return filepath.Join(t.work, fmt.Sprintf("%s%d", name, t.serial))
}

// quietHome spares the go command its telemetry, which a home directory of long
// standing has behind it.
func quietHome(home string) error {
	dir := filepath.Join(home, ".config", "go", "telemetry")
	if err := os.MkdirAll(dir, 0777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "mode"), []byte("off"), 0666)
}

// remove deletes a module cache, whose directories are read-only.
func remove(dir string) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			os.Chmod(path, 0777)
		}
		return nil
	})
	os.RemoveAll(dir)
}

// A warmJVM is bench/WarmJvm.java: it prefetches when told to, by a line on
// its standard input.
type warmJVM struct {
	cmd     *exec.Cmd
	in      *bufio.Writer
	out     *bufio.Scanner
	errors  *bytes.Buffer
	runs    int
	stopped bool
}

func startJVM(t *tools, xmx string) (*warmJVM, error) {
	args := strings.Fields(t.proxy.trust.javaOptions())
	if xmx != "" {
		args = append(args, "-Xmx"+xmx)
	}
	classes, err := compileHarness(t)
	if err != nil {
		return nil, err
	}
	args = append(args, "-Xshare:auto", "-cp", classes+string(os.PathListSeparator)+t.classPath, "WarmJvm")
	cmd := exec.Command(javaBinary("java"), args...)
	j := &warmJVM{cmd: cmd, errors: &bytes.Buffer{}}
	cmd.Stderr = j.errors
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	j.in, j.out = bufio.NewWriter(in), bufio.NewScanner(out)
	return j, cmd.Start()
}

func compileHarness(t *tools) (string, error) {
	classes := filepath.Join(t.work, "classes")
	if _, err := os.Stat(classes); err == nil {
		return classes, nil
	}
	cmd := exec.Command(javaBinary("javac"), "-d", classes, "-cp", t.classPath,
		filepath.Join(t.root, "bench", "WarmJvm.java"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("compiling bench/WarmJvm.java: %w\n%s", err, out)
	}
	return classes, nil
}

func javaBinary(name string) string {
	if home := os.Getenv("JAVA_HOME"); home != "" {
		return filepath.Join(home, "bin", name)
	}
	return name
}

// ask sends a line and reads the answer: a line of numbers, or an error.
func (j *warmJVM) ask(line string, answer ...any) error {
	fmt.Fprintln(j.in, line)
	if err := j.in.Flush(); err != nil {
		return fmt.Errorf("the JVM has ended: %w\n%s", err, j.errors)
	}
	if !j.out.Scan() {
		return fmt.Errorf("the JVM has ended\n%s", j.errors)
	}
	if _, err := fmt.Sscan(j.out.Text(), answer...); err != nil {
		return fmt.Errorf("%s\n%s", j.out.Text(), j.errors)
	}
	return nil
}

func (j *warmJVM) prefetch(dir, cache, goproxy string) (time.Duration, error) {
	var nanos int64
	j.runs++
	err := j.ask(strings.Join([]string{"prefetch", dir, cache, goproxy}, "\t"), &nanos)
	return time.Duration(nanos), err
}

func (j *warmJVM) close() {
	if !j.stopped {
		j.stopped = true
		fmt.Fprintln(j.in, "quit")
		j.in.Flush()
		j.cmd.Wait()
	}
}
