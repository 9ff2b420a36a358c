/// The directory as a list that people keep: one row per authority, as CSV for a spreadsheet or as JSON.
///
/// Way in: [ListingFile] (writes and reads the list), [Merge] (turns rows and a directory into the next directory).
/// Rule of this room: a list is taken whole or not at all, and every fault in it is named by line and column.
/// Never here: files, signatures: what comes out is a draft that two administrators sign.
@NullMarked
package org.liaison.directory.listing;

import org.jspecify.annotations.NullMarked;
