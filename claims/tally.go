package claims

// tally counts keys, in the order in which they first come. An article has few
// states: looking through them costs less than a map.
type tally[K comparable] []counted[K]

type counted[K comparable] struct {
	key K
	n   int
}

// add counts the key once more and gives its count.
func (t *tally[K]) add(key K) int {
	for i := range *t {
		if c := &(*t)[i]; c.key == key {
			c.n++
			return c.n
		}
	}
	*t = append(*t, counted[K]{key, 1})
	return 1
}

// of is how often the key was counted.
func (t tally[K]) of(key K) int {
	for _, c := range t {
		if c.key == key {
			return c.n
		}
	}
	return 0
}

// most are the three that were counted most, of equals the one that came first.
func (t tally[K]) most() (first, second, third counted[K]) {
	for _, c := range t {
		switch {
		case c.n > first.n:
			first, second, third = c, first, second
		case c.n > second.n:
			second, third = c, second
		case c.n > third.n:
			third = c
		}
	}
	return first, second, third
}
