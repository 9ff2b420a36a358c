/// How fast the path of a message is, what it costs, and where the time goes. Measured on real programs.
///
/// Way in: [BenchCommand]. What is measured and how: `DESIGN.md` beside this module.
/// Rule of this room: a figure is printed with its definition, and nothing in the programs is switched off for it.
/// Never here: anything that a program in service needs.
@NullMarked
package org.liaison.benchmarks;

import org.jspecify.annotations.NullMarked;
