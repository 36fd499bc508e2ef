package stance

import (
	"testing"

	"claimstance/claims"
)

// Every kind of place is found by its name, and by none but its own.
func TestPlaceNames(t *testing.T) {
	kinds := placeKinds()
	for k := range kinds {
		name := kinds[k].name
		role := kinds[k].takesRole()
		if role {
			name += "agent"
		}
		p, ok := placeNamed(kinds, name)
		if !ok || p.kind != &kinds[k] || role && p.role != claims.RoleAgent {
			t.Errorf("%s is read as %+v, %v", name, p, ok)
		}
		if (kinds[k].holds == nil) == (kinds[k].find == nil) {
			t.Errorf("%s has not one way to find targets", name)
		}
	}
	for _, name := range []string{"", "nobody", "clause.", "clause.slot", "slot.agent", "first.first.agent"} {
		if p, ok := placeNamed(kinds, name); ok {
			t.Errorf("%q is read as %+v", name, p)
		}
	}
}
