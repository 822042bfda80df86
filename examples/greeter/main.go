// Command greeter greets whoever is named.
package main

import (
	"os"

	"example.com/Acme/log"
	"example.com/greet"
)

func main() {
	name := "world"
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	log.To(os.Stdout, greet.Greet(os.Getenv("LANGUAGE"), name))
}
