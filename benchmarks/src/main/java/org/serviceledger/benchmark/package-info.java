/** Benchmarks. Each main class runs one of them. */
@NullMarked
package org.serviceledger.benchmark;

import org.jspecify.annotations.NullMarked;
