package claims

// room gives out short slices of one array, so that a claim costs no
// allocation of its own. It is emptied with the document that it belongs to.
type room[T any] struct {
	all  []T // the array
	used int
}

// roomSize is how many elements the first array has; later ones double.
const roomSize = 64

func (m *room[T]) reset() { m.used = 0 }

// left is an empty slice with room for n elements at least, all that is left.
func (m *room[T]) left(n int) []T {
	if len(m.all)-m.used < n {
		m.all, m.used = make([]T, max(roomSize, 2*len(m.all), n)), 0
	}
	return m.all[m.used:m.used]
}

// keep takes what was put into the slice that left gave out of the room.
func (m *room[T]) keep(s []T) []T {
	if n := m.used + len(s); len(s) > 0 && n <= len(m.all) && &m.all[m.used] == &s[0] {
		m.used = n
	}
	return s[:len(s):len(s)]
}

// some is an empty slice with room for n elements that nothing else gets.
func (m *room[T]) some(n int) []T {
	s := m.left(n)[:0:n]
	m.used += n
	return s
}
