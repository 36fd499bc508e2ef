// Command claimstance reads news articles and writes one row a claim: who says
// what about which country, and how sharply. `claimstance --help` tells more.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
