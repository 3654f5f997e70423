// An endpoint service and an endpoint that connects to it, from the first list to the last: Go with its standard
// library.
//
//	go run quickstart.go http://127.0.0.1:8280
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

const (
	services  = "vpc-endpoint-services"
	endpoints = "vpc-endpoints"
)

// The sandbox's demo account, unless the environment names one.
var (
	project   = setting("HUAWEICLOUD_SDK_PROJECT_ID", "295dacf46a4842fcbf7844dc2dc2489d")
	accessKey = setting("HUAWEICLOUD_SDK_AK", "DEMOACCESSKEY0000001")
	secretKey = setting("HUAWEICLOUD_SDK_SK", "demo-secret-key-of-the-sandbox-0000000001")
)

var client = http.Client{Timeout: 30 * time.Second}

type object = map[string]any

// sign adds the headers that sign a request: its lines are hashed, and the hash is signed with the secret key.
func sign(request *http.Request, body []byte) {
	date := time.Now().UTC().Format("20060102T150405Z")
	lines := []string{request.Method, request.URL.Path + "/", request.URL.RawQuery,
		"host:" + request.URL.Host, "x-sdk-date:" + date, "", "host;x-sdk-date", hash(body)}
	toSign := strings.Join([]string{"SDK-HMAC-SHA256", date, hash([]byte(strings.Join(lines, "\n")))}, "\n")
	mac := hmac.New(sha256.New, []byte(secretKey))
	mac.Write([]byte(toSign))
	request.Header.Set("X-Sdk-Date", date)
	request.Header.Set("Authorization", "SDK-HMAC-SHA256 Access="+accessKey+
		", SignedHeaders=host;x-sdk-date, Signature="+hex.EncodeToString(mac.Sum(nil)))
}

func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// call sends a request and gives its answer, which has to have the expected status.
func call(expected int, method, resource string, query url.Values, body object) object {
	var content []byte
	if body != nil {
		content, _ = json.Marshal(body)
	}
	request, err := http.NewRequest(method, os.Args[1]+"/v1/"+project+"/"+resource, bytes.NewReader(content))
	check(err)
	// Encode sorts by name, as the signature wants it; it writes a blank as a plus sign, and the signature %20.
	request.URL.RawQuery = strings.ReplaceAll(query.Encode(), "+", "%20")
	request.Header.Set("Content-Type", "application/json")
	sign(request, content)
	response, err := client.Do(request)
	check(err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	check(err)
	if response.StatusCode != expected {
		check(fmt.Errorf("%s %s: %d in place of %d: %s", method, resource, response.StatusCode, expected, text))
	}
	answer := object{}
	if len(text) > 0 {
		check(json.Unmarshal(text, &answer))
	}
	return answer
}

// wait asks once a second until a resource has the status.
func wait(resource, status string) object {
	for i := 0; i < 300; i++ {
		if found := call(200, "GET", resource, nil, nil); found["status"] == status {
			return found
		}
		time.Sleep(time.Second)
	}
	check(fmt.Errorf("%s never became %s", resource, status))
	return nil
}

// waitUntilGone asks once a second until a collection has a resource no more.
func waitUntilGone(collection, id string) {
	for i := 0; i < 300; i++ {
		if call(200, "GET", collection, url.Values{"id": {id}}, nil)["total_count"] == 0.0 {
			return
		}
		time.Sleep(time.Second)
	}
	check(fmt.Errorf("%s is still there", id))
}

func main() {
	found := call(200, "GET", services, url.Values{"endpoint_service_name": {"orders & bills/ü~*"}, "limit": {"10"}}, nil)
	if found["total_count"] != 0.0 {
		check(errors.New("there are services of such a name"))
	}
	fmt.Println("no service is called so")

	service := call(200, "POST", services, nil, object{
		"service_name":     "orders",
		"vpc_id":           "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
		"port_id":          "6d4a0f2e-58c1-4a0b-9d3e-2f7c1b8e6a05",
		"server_type":      "LB",
		"ports":            []object{{"client_port": 443, "server_port": 8443}},
		"approval_enabled": false,
	})["id"].(string)
	fmt.Println("the service", wait(services+"/"+service, "available")["service_name"], "is available")

	endpoint := call(200, "POST", endpoints, nil, object{
		"endpoint_service_id": service,
		"vpc_id":              "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
		"subnet_id":           "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de",
	})["id"].(string)
	shown := wait(endpoints+"/"+endpoint, "accepted")
	fmt.Println("the endpoint", shown["id"], "is accepted, at", shown["ip"])

	call(204, "DELETE", endpoints+"/"+endpoint, nil, nil)
	waitUntilGone(endpoints, endpoint)
	call(204, "DELETE", services+"/"+service, nil, nil)
	waitUntilGone(services, service)
	fmt.Println("both are gone")
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
