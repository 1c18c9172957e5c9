/** The command side: pure deciders, the Axon shells that run them, the write API and the scheduled processes. */
@NullMarked
package org.serviceledger.command;

import org.jspecify.annotations.NullMarked;
