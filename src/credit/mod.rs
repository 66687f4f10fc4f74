//! Whom the page credits: credit lines, “according to”, links; the candidates, best first.
