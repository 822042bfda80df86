// Package log writes lines. Its path has a capital letter, which proxies and caches spell !acme.
package log

import (
	"fmt"
	"io"
)

// To writes one line.
func To(w io.Writer, line string) {
	fmt.Fprintln(w, line)
}
