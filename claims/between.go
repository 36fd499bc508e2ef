package claims

// findSides finds the two states that the claims are between: those that speak or are
// named in the claims most, where no third comes near; and the state that the article
// is about, where no other comes near that.
func (r *reading) findSides() {
	r.doc.Sides, r.doc.Main = [2]string{}, ""
	r.findAimed()
	told := r.counts[:0]
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		if c.Speaker.Country != "" {
			told.add(c.Speaker.Country)
		}
		seen := ""
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Country == "" || ref.Country == c.Speaker.Country || ref.Country == seen || ref.Role == RolePlace || ref.Role == RoleSelf || ref.Kind == "place" {
				continue
			}
			seen = ref.Country
			told.add(ref.Country)
		}
	}
	r.counts = told
	first, second, third := told.most()
	if first.n > 2 && first.n*2 >= second.n*3 {
		r.doc.Main = first.key
	}
	if second.n > 1 && third.n*2 <= second.n && first.n <= second.n*4 {
		r.doc.Sides = [2]string{first.key, second.key}
	}
}

// findAimed finds the state that the cues of others' claims are aimed at twice as often
// as at any other: "accused Chad of", "condemned Chad for".
func (r *reading) findAimed() {
	r.doc.Aimed = ""
	aims := r.counts[:0]
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		for k := range c.Refs {
			if ref := &c.Refs[k]; ref.Role == RoleTarget && ref.Country != "" && ref.Country != c.Speaker.Country {
				aims.add(ref.Country)
				break
			}
		}
	}
	r.counts = aims
	if first, second, _ := aims.most(); first.n > 1 && first.n >= 2*second.n {
		r.doc.Aimed = first.key
	}
}
