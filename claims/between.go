package claims

// told is how often a state speaks, or is spoken at or of, in an article's claims.
type told struct {
	country string
	n       int
}

// toldMost is how many states are counted: an article with more is about no two.
const toldMost = 24

// findSides finds the two states that the claims are between: those that speak or are
// named in the claims most, where no third comes near; and the state that the article
// is about, where no other comes near that.
func (r *reading) findSides() {
	r.doc.Sides, r.doc.Main = [2]string{}, ""
	r.findAimed()
	var count [toldMost]told
	n := 0
	add := func(country string) {
		if country == "" {
			return
		}
		k := 0
		for k < n && count[k].country != country {
			k++
		}
		if k == len(count) {
			return
		}
		if k == n {
			n++
			count[k] = told{country: country}
		}
		count[k].n++
	}
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		add(c.Speaker.Country)
		seen := ""
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Country == c.Speaker.Country || ref.Country == seen || ref.Role == RolePlace || ref.Role == RoleSelf || ref.Kind == "place" {
				continue
			}
			seen = ref.Country
			add(ref.Country)
		}
	}
	var first, second, third told
	for _, t := range count[:n] {
		switch {
		case t.n > first.n:
			first, second, third = t, first, second
		case t.n > second.n:
			second, third = t, second
		case t.n > third.n:
			third = t
		}
	}
	if first.n > 2 && first.n*2 >= second.n*3 {
		r.doc.Main = first.country
	}
	if second.n > 1 && third.n*2 <= second.n && first.n <= second.n*4 {
		r.doc.Sides = [2]string{first.country, second.country}
	}
}

// findAimed finds the state that the cues of others' claims are aimed at twice as often
// as at any other: "accused Chad of", "condemned Chad for".
func (r *reading) findAimed() {
	r.doc.Aimed = ""
	var count [toldMost]told
	n := 0
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Role != RoleTarget || ref.Country == "" || ref.Country == c.Speaker.Country {
				continue
			}
			at := 0
			for at < n && count[at].country != ref.Country {
				at++
			}
			if at == len(count) {
				return
			}
			if at == n {
				n++
				count[at] = told{country: ref.Country}
			}
			count[at].n++
			break
		}
	}
	var first, second told
	for _, t := range count[:n] {
		if t.n > first.n {
			first, second = t, first
		} else if t.n > second.n {
			second = t
		}
	}
	if first.n > 1 && first.n >= 2*second.n {
		r.doc.Aimed = first.country
	}
}
