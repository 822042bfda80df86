// Command broken cannot be built: go.mod asks for a version that nobody has published, and go.sum lists another hash
// for a module than the one that its zip has.
package main

import (
	"fmt"

	"example.com/greet"
	"example.com/text/v2"
)

func main() {
	fmt.Println(text.Frame(greet.Greet("de", "CI")))
}
