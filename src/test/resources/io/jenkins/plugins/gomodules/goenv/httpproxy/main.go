// Command httpproxy prints, for each URL on standard input, the HTTP proxy that Go takes for it in this environment.
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"net/url"
	"os"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		u, err := url.Parse(in.Text())
		if err != nil {
			fmt.Println("not a URL")
			continue
		}
		proxy, err := http.ProxyFromEnvironment(&http.Request{URL: u})
		switch {
		case err != nil:
			fmt.Println("error")
		case proxy == nil:
			fmt.Println("none")
		default:
			port := proxy.Port()
			if port == "" {
				port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[proxy.Scheme]
			}
			login := ""
			if proxy.User != nil {
				password, _ := proxy.User.Password()
				login = proxy.User.Username() + ":" + password
			}
			fmt.Println(proxy.Scheme, proxy.Hostname(), port, login)
		}
	}
}
