//! Walks over the elements of a page, of which each comes after its parent.

use crate::page::{Block, Element};

/// Steps up from an element, itself included. A parent that does not come before its child is none, so the walk ends.
pub(super) fn ancestors(elements: &[Element], from: usize) -> impl Iterator<Item = usize> {
    let start = (from < elements.len()).then_some(from);
    std::iter::successors(start, |at| elements.get(*at).and_then(|e| e.parent).map(|p| p as usize).filter(|p| p < at))
}

/// What each element has from those around it and from itself: `of` makes it of what its parent has (`outside` where there is none), its
/// number and itself. One walk down, however deep they are nested.
pub(super) fn passed_down<'p, T: Copy>(
    elements: &'p [Element],
    outside: T,
    mut of: impl FnMut(T, usize, &'p Element) -> T,
) -> Vec<T> {
    let mut all: Vec<T> = Vec::with_capacity(elements.len());
    for (at, element) in elements.iter().enumerate() {
        let above = element.parent.and_then(|parent| all.get(parent as usize).copied());
        all.push(of(above.unwrap_or(outside), at, element));
    }
    all
}

/// What the element of `block` has, of what `all` elements have.
pub(super) fn around<T: Copy>(all: &[T], block: &Block) -> Option<T> {
    all.get(block.element? as usize).copied()
}
