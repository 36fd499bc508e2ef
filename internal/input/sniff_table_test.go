package input

import "testing"

func TestTables(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want format
	}{
		"csv":              {"id,date,text\n1,2026-01-05,Norway accused Russia of jamming.\n", formatTable},
		"csv quoted":       {"id,text\n1,\"Norway, said Oslo,\nwould wait.\"\n2,\"No, said Chile.\"\n", formatTable},
		"csv crlf":         {"id,text\r\n1,Norway waits\r\n", formatTable},
		"csv capitals":     {"Title,Publication Date,Text\nA,2026-01-05,x\nB,2026-01-06,y\n", formatTable},
		"tsv":              {"id\ttext\n1\tNorway, said Oslo, would wait.\n", formatTable},
		"list of states":   {"Norway, Russia and Sweden met.\n\nThey talked, and left.\n", formatText},
		"dateline":         {"OSLO,Norway\nThe minister said no.\n", formatText},
		"one comma a line": {"Talks fail, again\nOslo waits, Moscow does not\nNobody, it seems, knows\n", formatText},
		"other counts":     {"oslo,moscow,riga\nThe talks, he said, failed, again.\nNo.\n", formatText},
		"header alone":     {"id,date,text\n", formatText},
		"one line":         {"id,date,text", formatText},
	} {
		if got := sniff([]byte(c.in)); got != c.want {
			t.Errorf("%s: format %d, want %d", name, got, c.want)
		}
	}
}
