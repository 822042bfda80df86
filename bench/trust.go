package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// A trust is a certificate made for this run, for the proxy to show and for
// the tools to believe.
type trust struct {
	certificate tls.Certificate
	pem         string // file, for SSL_CERT_FILE
	store       string // file, PKCS#12, for javax.net.ssl.trustStore
}

const storePassword = "changeit"

func newTrust(dir string) (*trust, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "gomod bench"},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(24 * time.Hour),
		IPAddresses:           []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA:                  true,
		BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	t := &trust{
		certificate: tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key},
		pem:         filepath.Join(dir, "proxy.pem"),
		store:       filepath.Join(dir, "proxy.p12"),
	}
	encoded := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	if err := os.WriteFile(t.pem, encoded, 0666); err != nil {
		return nil, err
	}
	cmd := exec.Command(javaBinary("keytool"), "-importcert", "-noprompt", "-alias", "proxy", "-file", t.pem,
		"-keystore", t.store, "-storetype", "PKCS12", "-storepass", storePassword)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("keytool: %w\n%s", err, out)
	}
	return t, nil
}

// client believes the proxy.
func (t *trust) client() *http.Client {
	if t == nil {
		return http.DefaultClient
	}
	roots := x509.NewCertPool()
	leaf, err := x509.ParseCertificate(t.certificate.Certificate[0])
	if err == nil {
		roots.AddCert(leaf)
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{RootCAs: roots}
	return &http.Client{Transport: transport}
}

// javaOptions make a JVM believe the proxy.
func (t *trust) javaOptions() string {
	if t == nil {
		return ""
	}
	return "-Djavax.net.ssl.trustStore=" + t.store + " -Djavax.net.ssl.trustStorePassword=" + storePassword
}
