package main

import (
	"fmt"
	"os/exec"
	"runtime"
	"sort"
	"strings"
	"time"
)

func heading(c config) string {
	goVersion, _ := exec.Command("go", "version").Output()
	javaVersion, _ := exec.Command(javaBinary("java"), "-version").CombinedOutput()
	java, _, _ := strings.Cut(string(javaVersion), "\n")
	return fmt.Sprintf("# gomod prefetch and go mod download\n\n%s, %s, %d processors (%s).\n"+
		"%d runs of each, modules of %d KiB that each require up to %d others, go.sum complete.\n",
		strings.TrimSpace(string(goVersion)), java, runtime.NumCPU(), time.Now().Format("2006-01-02"),
		c.runs, c.zipSize>>10, c.requires)
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
