package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"
)

func heading(c config) string {
	goVersion, _ := exec.Command("go", "version").Output()
	javaVersion, _ := exec.Command(javaBinary("java"), "-version").CombinedOutput()
	java, _, _ := strings.Cut(string(javaVersion), "\n")
	scheme := "HTTP"
	if c.tls {
		scheme = "HTTPS"
	}
	return fmt.Sprintf("# gomod prefetch and go mod download\n\n%s, %s, %d processors%s, caches on %s (%s).\n"+
		"%d runs of each, modules of %d KiB that each require up to %d others, go.sum complete, over %s.\n",
		strings.TrimSpace(string(goVersion)), java, runtime.NumCPU(), load(), fileSystem(c.work),
		time.Now().Format("2006-01-02"), c.runs, c.zipSize>>10, c.requires, scheme)
}

// load tells whether the machine had anything else to do, which spoils every figure.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	average, _, found := strings.Cut(string(data), " ")
	if err != nil || !found {
		return ""
	}
	if busy, err := strconv.ParseFloat(average, 64); err == nil && busy > float64(runtime.NumCPU())/2 {
		progress("the machine is busy (load %s): the figures will be worth little", average)
	}
	return ", load " + average + " before the start"
}

// fileSystem names the kind that dir is on: creating files differs by a factor of ten.
func fileSystem(dir string) string {
	out, err := exec.Command("df", "--output=fstype", dir).Output()
	lines := strings.Fields(string(out))
	if err != nil || len(lines) < 2 {
		return "an unknown file system"
	}
	return lines[len(lines)-1]
}

// table renders Markdown.
func table(head []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	b.WriteString("\n")
	line(head)
	line(strings.Split(strings.Repeat("---:,", len(head)-1)+"---:", ","))
	for _, row := range rows {
		line(row)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func medianOf(runs []sample) sample {
	sorted := append([]sample(nil), runs...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].time < sorted[j].time })
	return sorted[len(sorted)/2]
}

func millis(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	if ms != 0 && ms < 10 && ms > -10 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.0f", ms)
}

func ratio(slow, fast time.Duration) string {
	return fmt.Sprintf("%.1f", float64(slow)/float64(fast))
}
