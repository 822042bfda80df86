// Command worker tells the time.
package main

import (
	"fmt"
	"time"

	"example.com/clock"
	"example.com/shop/api"
)

func main() {
	fmt.Println(api.Show(clock.Stamp(time.Unix(0, 0))))
}
