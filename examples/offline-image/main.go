// Command banner greets in a frame.
package main

import (
	"fmt"

	"example.com/greet"
	"example.com/text/v2"
)

func main() {
	fmt.Println(text.Frame(greet.Greet("fr", "Docker")))
}
