package output

// EachClaim reads all published claims of a root, month by month, as the
// manifest has them at the start. The error is *NoRootError where there is no
// root; an error of each ends the reading and is returned.
func EachClaim(dir string, each func(*ClaimRow) error) error {
	m, err := ReadManifest(dir)
	if err != nil {
		return err
	}
	for _, f := range byMonths(m.of(dsClaims, "")) {
		_, _, err := findRow(dir, []FileInfo{f}, func(c *ClaimRow) bool {
			err = each(c)
			return err != nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
