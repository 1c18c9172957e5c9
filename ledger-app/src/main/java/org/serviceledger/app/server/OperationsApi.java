package org.serviceledger.app.server;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the commands of the terminal ask the running server. */
@RestController
@RequestMapping("/api/operations")
class OperationsApi {}
