// Command bench times the native prefetcher against the go command, from one
// loopback module proxy with a set round trip.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A config says what is measured.
type config struct {
	root, work string
	modules    []int
	rtts       []time.Duration
	runs       int
	zipSize    int
	requires   int
	large      bool
	tls        bool
	parts      map[string]bool
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench/prefetch: ")
	c := parse()
	if err := run(c); err != nil {
		log.Fatal(err)
	}
}

func parse() config {
	c := config{}
	var modules, rtts, parts string
	var quick bool
	flag.StringVar(&c.root, "root", "..", "checkout with ./gomod")
	flag.StringVar(&c.work, "work", "", "empty directory for modules and caches")
	flag.StringVar(&modules, "modules", "10,100,200,1000", "numbers of modules")
	flag.StringVar(&rtts, "rtt", "0,20,50,100", "round trips in milliseconds")
	flag.IntVar(&c.runs, "runs", 5, "runs of each; the median counts. Cells in which the go command is slow run it once")
	flag.IntVar(&c.zipSize, "size", 100<<10, "bytes of a module's zip")
	flag.IntVar(&c.requires, "requires", 3, "modules that each module requires itself")
	flag.StringVar(&parts, "only", "cold,warm,memory,limits", "parts to run")
	flag.BoolVar(&c.tls, "tls", false, "over TLS, which costs processor time and a round trip more for a connection")
	flag.BoolVar(&quick, "quick", false, "two sizes, two round trips, three runs, no large modules")
	flag.Parse()
	if quick {
		modules, rtts, c.runs = "10,200", "0,50", 3
	}
	c.large = !quick
	c.modules = numbers(modules)
	for _, ms := range numbers(rtts) {
		c.rtts = append(c.rtts, time.Duration(ms)*time.Millisecond)
	}
	c.parts = map[string]bool{}
	for _, part := range strings.Split(parts, ",") {
		c.parts[part] = true
	}
	if flag.NArg() > 0 || c.runs < 1 || c.work == "" {
		flag.Usage()
		os.Exit(2)
	}
	return c
}

func numbers(list string) []int {
	var all []int
	for _, s := range strings.Split(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 0 {
			log.Fatalf("not a list of numbers: %q", list)
		}
		all = append(all, n)
	}
	return all
}

func run(c config) error {
	most := 0
	for _, n := range c.modules {
		most = max(most, n)
	}
	progress("making %d modules of %d KiB", most, c.zipSize>>10)
	tree := filepath.Join(c.work, "tree")
	set, err := generate(tree, most, c.zipSize, c.requires)
	if err != nil {
		return err
	}
	var t *trust
	if c.tls {
		if t, err = newTrust(c.work); err != nil {
			return err
		}
	}
	proxy, err := serve(tree, t)
	if err != nil {
		return err
	}
	compared, err := newTools(c, proxy)
	if err != nil {
		return err
	}
	defer compared.close()
	fmt.Print(heading(c))
	for _, part := range []struct {
		name string
		run  func(config, *tools, moduleSet) error
	}{{"limits", reportLimits}, {"cold", reportCold}, {"warm", reportWarm}, {"memory", reportMemory}, {"verify", reportVerify}} {
		if c.parts[part.name] {
			if err := part.run(c, compared, set); err != nil {
				return fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	return nil
}

// progress goes to stderr, so that stdout is the report alone.
func progress(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "… "+format+"\n", args...)
}
