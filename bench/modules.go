package main

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
)

const (
	version        = "v1.2.3"
	filesPerModule = 10
)

// A moduleSet is what generate made: module i requires modules of lower index
// only, so that the first n are complete for every n.
type moduleSet struct {
	tree    string
	modules []generated
}

type generated struct {
	path    string
	zip     string // file
	zipSize int64
	size    int64 // of the files in it
	sums    string
}

// generate writes n modules as a file-system GOPROXY. The same arguments
// always give the same bytes.
func generate(tree string, n, zipSize, requires int) (moduleSet, error) {
	set := moduleSet{tree: tree}
	for i := 0; i < n; i++ {
		var mod strings.Builder
		path := modulePath(i)
		fmt.Fprintf(&mod, "module %s\n\ngo 1.21\n", path)
		for k := 1; k <= requires && i-k >= 0; k++ {
			fmt.Fprintf(&mod, "\nrequire %s %s\n", modulePath((i-1)/k), version)
		}
		m, err := writeModule(tree, path, mod.String(), zipSize, rand.New(rand.NewSource(int64(i))))
		if err != nil {
			return set, err
		}
		set.modules = append(set.modules, m)
	}
	return set, nil
}

func modulePath(i int) string {
	return fmt.Sprintf("bench.example/group%d/m%04d", i%7, i)
}

func writeModule(tree, path, mod string, zipSize int, r *rand.Rand) (generated, error) {
	dir := filepath.Join(tree, filepath.FromSlash(path), "@v")
	m := generated{path: path, zip: filepath.Join(dir, version+".zip")}
	if err := os.MkdirAll(dir, 0777); err != nil {
		return m, err
	}
	hash, err := writeZip(&m, mod, zipSize, r)
	if err != nil {
		return m, err
	}
	modSum := sha256.Sum256([]byte(mod))
	m.sums = fmt.Sprintf("%s %s %s\n%s %s/go.mod %s\n", path, version, hash,
		path, version, h1(fmt.Sprintf("%x  go.mod\n", modSum)))
	for name, text := range map[string]string{
		version + ".mod":  mod,
		version + ".info": `{"Version":"` + version + `","Time":"2024-01-01T00:00:00Z"}`,
		"list":            version + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0666); err != nil {
			return m, err
		}
	}
	return m, nil
}

// writeZip fills the zip with base64 of random bytes: text as compressible as
// can be foretold, 4/3 of the zip.
func writeZip(m *generated, mod string, zipSize int, r *rand.Rand) (hash string, err error) {
	file, err := os.Create(m.zip)
	if err != nil {
		return "", err
	}
	defer file.Close()
	buffered := bufio.NewWriterSize(file, 1<<20)
	z := zip.NewWriter(buffered)
	var summary strings.Builder
	entry := func(name string, write func(io.Writer) error) error {
		full := m.path + "@" + version + "/" + name
		w, err := z.Create(full)
		if err != nil {
			return err
		}
		digest := sha256.New()
		count := &counter{}
		if err := write(io.MultiWriter(w, digest, count)); err != nil {
			return err
		}
		m.size += count.n
		fmt.Fprintf(&summary, "%s  %s\n", hex.EncodeToString(digest.Sum(nil)), full)
		return nil
	}
	err = entry("go.mod", func(w io.Writer) error {
		_, err := io.WriteString(w, mod)
		return err
	})
	for k := 0; k < filesPerModule && err == nil; k++ {
		err = entry(fmt.Sprintf("pkg%d/file%d.go", k%3, k), func(w io.Writer) error {
			return writeText(w, zipSize*97/100/filesPerModule, r)
		})
	}
	if err == nil {
		err = z.Close()
	}
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return "", err
	}
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	m.zipSize = info.Size()
	return h1(sortedLines(summary.String())), nil
}

func writeText(w io.Writer, random int, r *rand.Rand) error {
	if _, err := io.WriteString(w, "package x\n\n// "); err != nil {
		return err
	}
	encoder := base64.NewEncoder(base64.StdEncoding, w)
	if _, err := io.CopyN(encoder, r, int64(random)); err != nil {
		return err
	}
	if err := encoder.Close(); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// project writes a main module that requires the first n modules.
func (s moduleSet) project(dir string, n int) error {
	var mod, sum strings.Builder
	mod.WriteString("module bench.example/main\n\ngo 1.21\n\nrequire (\n")
	for _, m := range s.modules[:n] {
		fmt.Fprintf(&mod, "\t%s %s\n", m.path, version)
		sum.WriteString(m.sums)
	}
	mod.WriteString(")\n")
	if err := os.MkdirAll(dir, 0777); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod.String()), 0666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "go.sum"), []byte(sum.String()), 0666)
}

func h1(summary string) string {
	sum := sha256.Sum256([]byte(summary))
	return "h1:" + base64.StdEncoding.EncodeToString(sum[:])
}

// sortedLines orders lines by what stands after the digest. The names made
// above are ASCII, and "go.mod" sorts before "pkg…".
func sortedLines(summary string) string {
	lines := strings.SplitAfter(summary, "\n")
	lines = lines[:len(lines)-1]
	sortBy(lines, func(line string) string { return line[66:] })
	return strings.Join(lines, "")
}

type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}
