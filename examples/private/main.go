// Command private prints what only a login and a deploy key give access to.
package main

import (
	"fmt"

	"code.corp.example/tools/banner.git"
)

func main() {
	fmt.Println(banner.Morning())
}
