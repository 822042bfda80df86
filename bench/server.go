package main

import (
	"crypto/tls"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// A proxy serves a file-system GOPROXY over loopback. A new connection costs
// one round trip (the handshake of TCP), and so does each request. Bandwidth is
// that of loopback; slow start is not modelled, which favours neither side.
type proxy struct {
	url string
	// trust is set when the proxy speaks TLS.
	trust       *trust
	rtt         atomic.Int64
	requests    atomic.Int64
	connections atomic.Int64
}

// Over TLS 1.3 the handshake costs one more.
func serve(tree string, t *trust) (*proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{url: "http://" + l.Addr().String(), trust: t}
	files := http.FileServer(http.Dir(tree))
	handler := func(w http.ResponseWriter, r *http.Request) {
		p.requests.Add(1)
		time.Sleep(p.roundTrip())
		files.ServeHTTP(w, r)
	}
	server := &http.Server{Handler: http.HandlerFunc(handler)}
	delayed := &listener{l.(*net.TCPListener), p}
	if t == nil {
		go server.Serve(delayed)
		return p, nil
	}
	p.url = "https://" + l.Addr().String()
	server.TLSConfig = &tls.Config{
		Certificates: []tls.Certificate{t.certificate},
		GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
			time.Sleep(p.roundTrip())
			return nil, nil
		},
	}
	go server.ServeTLS(delayed, "", "")
	return p, nil
}

func (p *proxy) roundTrip() time.Duration {
	return time.Duration(p.rtt.Load())
}

// measure runs f with that round trip and says what was asked meanwhile.
func (p *proxy) measure(rtt time.Duration, f func() error) (requests, connections int64, err error) {
	p.rtt.Store(int64(rtt))
	r, c := p.requests.Load(), p.connections.Load()
	err = f()
	return p.requests.Load() - r, p.connections.Load() - c, err
}

type listener struct {
	*net.TCPListener
	proxy *proxy
}

func (l *listener) Accept() (net.Conn, error) {
	c, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	l.proxy.connections.Add(1)
	return &conn{c, time.Now().Add(l.proxy.roundTrip())}, nil
}

// A conn hears nothing before its handshake is over. The TCP connection is
// embedded with its ReadFrom, so that files go out by sendfile.
type conn struct {
	*net.TCPConn
	ready time.Time
}

func (c *conn) Read(b []byte) (int, error) {
	time.Sleep(time.Until(c.ready))
	return c.TCPConn.Read(b)
}
