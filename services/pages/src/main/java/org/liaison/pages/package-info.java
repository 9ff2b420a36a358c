/// What every page is made of: the frame around it, its style, its languages, the times and texts on it, and what a
/// browser may do with it.
///
/// Way in: [PagesWiring], which a house imports; the template `pages/frame`.
/// Rule of this room: nothing on a page comes from elsewhere, nothing is said in one language only, and every page
/// works without a script.
/// Never here: what a page is about, and who may see it.
@NullMarked
package org.liaison.pages;

import org.jspecify.annotations.NullMarked;
