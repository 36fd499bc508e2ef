package archtest

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// A check looks at one file and says what is wrong with it.
var checks = map[string]func(source) []string{
	"order":    checkOrder,
	"outside":  checkOutside,
	"regexp":   checkRegexp,
	"prints":   checkPrints,
	"state":    checkState,
	"embed":    checkEmbed,
	"lists":    checkLists,
	"sizes":    checkSizes,
	"names":    checkNames,
	"comments": checkComments,
}

// mayImport reads the order into: package -> packages that it may import.
func mayImport(order string) map[string]map[string]bool {
	direct := map[string][]string{}
	for rule := range strings.SplitSeq(order, ";") {
		var below []string
		for part := range strings.SplitSeq(rule, "<") {
			var here []string
			for name := range strings.SplitSeq(part, ",") {
				if name = strings.TrimSpace(name); name != "" {
					here = append(here, name)
					direct[name] = append(direct[name], below...)
				}
			}
			below = here
		}
	}
	all := map[string]map[string]bool{}
	var close func(name string) map[string]bool
	close = func(name string) map[string]bool {
		if all[name] == nil {
			all[name] = map[string]bool{}
			for _, b := range direct[name] {
				all[name][b] = true
				for c := range close(b) {
					all[name][c] = true
				}
			}
		}
		return all[name]
	}
	for name := range direct {
		close(name)
	}
	return all
}

func checkOrder(s source) (found []string) {
	right := mayImport(order)[s.dir()]
	for _, p := range s.imports() {
		dir, inside := strings.CutPrefix(p, module+"/")
		switch {
		case !inside || right[dir] || strings.HasPrefix(dir, s.dir()+"/") || s.test() && dir == s.dir():
		case slices.Contains(testOnly, dir):
			if !s.test() {
				found = append(found, fmt.Sprintf("%s imports %s, which is for tests", s.path, dir))
			}
		default:
			found = append(found, fmt.Sprintf("%s imports %s against the order of docs/ARCHITECTURE.md", s.path, dir))
		}
	}
	return found
}

func checkOutside(s source) (found []string) {
	for _, p := range s.imports() {
		if first, _, _ := strings.Cut(p, "/"); p == "C" || !strings.Contains(first, ".") {
			if p == "C" {
				found = append(found, s.path+" uses cgo")
			}
			continue
		}
		best := ""
		for prefix := range outside {
			if strings.HasPrefix(p, prefix) && len(prefix) > len(best) {
				best = prefix
			}
		}
		users := outside[best]
		allowed := slices.ContainsFunc(users, func(u string) bool {
			return u == s.dir() || strings.HasPrefix(s.dir(), u+"/") || u == "test" && s.test()
		})
		if !allowed {
			found = append(found, fmt.Sprintf("%s imports %s, which docs/DEPENDENCIES.md does not give it", s.path, p))
		}
	}
	return found
}

func checkRegexp(s source) (found []string) {
	if s.test() || !slices.Contains(noRegexp, s.dir()) {
		return nil
	}
	for _, p := range s.imports() {
		if p == "regexp" || p == "regexp/syntax" {
			found = append(found, s.path+" imports regexp: rules match words, not characters")
		}
	}
	return found
}

// checkPrints finds talk and exits outside of programs: the rest returns
// errors and is handed its writers.
func checkPrints(s source) (found []string) {
	if s.test() || s.isMain() || strings.HasPrefix(s.dir(), "cmd/") {
		return nil
	}
	for _, p := range s.imports() {
		if p == "log" || p == "log/slog" {
			found = append(found, s.path+" imports "+p+": only programs talk")
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.SelectorExpr:
			pkg, ok := x.X.(*ast.Ident)
			if !ok || pkg.Obj != nil {
				return true
			}
			name := pkg.Name + "." + x.Sel.Name
			if slices.Contains([]string{"os.Exit", "os.Stdout", "os.Stderr", "os.Stdin", "fmt.Print", "fmt.Printf", "fmt.Println"}, name) {
				found = append(found, s.at(n)+" uses "+name+": only programs print and exit")
			}
		case *ast.CallExpr:
			if f, ok := x.Fun.(*ast.Ident); ok && f.Obj == nil && (f.Name == "print" || f.Name == "println") {
				found = append(found, s.at(n)+" uses "+f.Name)
			}
		}
		return true
	})
	return found
}

// checkState finds init functions and package variables that a function of the
// file changes.
func checkState(s source) (found []string) {
	if s.test() {
		return nil
	}
	vars := map[string]bool{}
	for _, d := range s.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				found = append(found, s.at(d)+" is an init function")
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR {
					for _, name := range v.Names {
						vars[name.Name] = true
					}
				}
			}
		}
	}
	changes := func(e ast.Expr) {
		for {
			switch x := e.(type) {
			case *ast.IndexExpr:
				e = x.X
				continue
			case *ast.SelectorExpr:
				e = x.X
				continue
			case *ast.StarExpr:
				e = x.X
				continue
			case *ast.Ident:
				_, atTop := s.file.Scope.Objects[x.Name]
				if vars[x.Name] && atTop && x.Obj == s.file.Scope.Objects[x.Name] {
					found = append(found, s.at(x)+" changes the package variable "+x.Name)
				}
			}
			return
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.AssignStmt:
			for _, e := range x.Lhs {
				changes(e)
			}
		case *ast.IncDecStmt:
			changes(x.X)
		}
		return true
	})
	return found
}

func checkEmbed(s source) (found []string) {
	if embeds[s.path] != "" || s.test() {
		return nil
	}
	for _, p := range s.imports() {
		if p == "embed" {
			found = append(found, s.path+" embeds files: the lexicon is embedded in lexicon/embed.go")
		}
	}
	return found
}

// checkLists finds lists of words in Go: in a literal, in the cases of a
// switch, or in one string that is cut up.
func checkLists(s source) (found []string) {
	if s.test() || longLists[s.path] != "" {
		return nil
	}
	complain := func(n ast.Node, words int) {
		if words > maxList {
			found = append(found, fmt.Sprintf("%s is a list of %d words: lists are data of the lexicon", s.at(n), words))
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.CompositeLit:
			words := 0
			for _, e := range x.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					if _, isString := literal(kv.Key); isString {
						words++
						continue
					}
					e = kv.Value
				}
				if _, isString := literal(e); isString {
					words++
				}
			}
			complain(n, words)
		case *ast.SwitchStmt:
			words := 0
			for _, c := range x.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					if _, isString := literal(e); isString {
						words++
					}
				}
			}
			complain(n, words)
		case *ast.CallExpr:
			if f, ok := x.Fun.(*ast.SelectorExpr); ok && len(x.Args) > 0 && slices.Contains([]string{"Fields", "Split", "SplitSeq", "FieldsSeq"}, f.Sel.Name) {
				if text, isString := literal(x.Args[0]); isString {
					complain(n, len(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\t,;|", r) })))
				}
			}
		}
		return true
	})
	return found
}

func literal(e ast.Expr) (string, bool) {
	if b, ok := e.(*ast.BasicLit); ok && b.Kind == token.STRING {
		text, err := strconv.Unquote(b.Value)
		return text, err == nil
	}
	return "", false
}

func checkSizes(s source) (found []string) {
	if n := s.lines(); n > maxFile && !s.test() {
		found = append(found, fmt.Sprintf("%s has %d lines, more than %d", s.path, n, maxFile))
	}
	for _, d := range s.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || s.test() {
			continue
		}
		if n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; n > maxFunction {
			found = append(found, fmt.Sprintf("%s: %s has %d lines, more than %d", s.at(f), f.Name.Name, n, maxFunction))
		}
	}
	return found
}

func checkNames(s source) (found []string) {
	if name := strings.TrimSuffix(s.file.Name.Name, "_test"); slices.Contains(bannedNames, name) {
		found = append(found, s.path+": the package name "+name+" says nothing about what is in it")
	}
	return found
}

// checkComments finds exported names that nobody explains. A comment above a
// group of constants or variables is enough; methods that each
// error or printable type has say themselves what they are.
func checkComments(s source) (found []string) {
	if s.test() || s.isMain() {
		return nil
	}
	complain := func(n ast.Node, name string) { found = append(found, s.at(n)+": "+name+" has no comment") }
	for _, d := range s.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			known := d.Recv != nil && slices.Contains([]string{"Error", "Unwrap", "String"}, d.Name.Name)
			if d.Name.IsExported() && exportedReceiver(d) && d.Doc == nil && !known {
				complain(d, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch x := spec.(type) {
				case *ast.TypeSpec:
					if x.Name.IsExported() && d.Doc == nil && x.Doc == nil {
						complain(x, x.Name.Name)
					}
				case *ast.ValueSpec:
					if x.Names[0].IsExported() && d.Doc == nil && x.Doc == nil && x.Comment == nil {
						complain(x, x.Names[0].Name)
					}
				}
			}
		}
	}
	return found
}

func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return true
	}
	e := f.Recv.List[0].Type
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if index, ok := e.(*ast.IndexExpr); ok {
		e = index.X
	}
	name, ok := e.(*ast.Ident)
	return ok && name.IsExported()
}
