#!/usr/bin/env python3
"""Generates a process log: python3 made_log.py LOG.xes.gz [ACTS.tsv]

A municipality receives applications for permits: 1,434 cases with 8,577 events, in XES 1.0 as OpenXES writes it, with
statistics as attributes of the log. Every run generates the same log. ACTS.tsv receives one line per event: case,
ordinal, activity, lifecycle transition, resource, group, milliseconds since 1970.
"""
import datetime
import gzip
import io
import random
import statistics
import sys
from xml.sax.saxutils import quoteattr

# Number of cases by their number of events. The known case is one of those with 4.
LENGTHS = {
    1: 110, 2: 4, 3: 10, 4: 15, 5: 20, 6: 1124, 7: 16, 8: 38, 9: 12, 10: 48,
    11: 5, 12: 14, 13: 3, 14: 4, 15: 2, 16: 2, 18: 4, 22: 2, 25: 1,
}
REGISTER = "Register the application"
MAIN = ["A01 Confirm receipt", "A02 Check the application", "A04 Decide on completeness",
        "A05 Write to the applicant", "A06 Decide on a halt"]
REWORK = "A03 Correct the application"
RARE = ["A%02d-%d Ask adviser %d" % (7 + i // 5, i % 5 + 1, i + 1) for i in range(10)] + [
    "A%02d %s the %s" % (9 + i, what, paper)
    for i, (what, paper) in enumerate(
        (what, paper) for paper in ("refusal", "report") for what in ("Draft", "Check", "Correct", "Sign", "Post"))]
ACTIVITIES = [REGISTER, *MAIN, REWORK, *RARE]
RESOURCES = ["Clerk%02d" % i for i in range(1, 44)] + ["admin1", "admin2", "admin3", "test", "TEST"]
GROUPS = ["Unit 1", "NONE", "Unit 2", "Unit 3", "Unit 4", "Unit 7", "Unit 12", "Unit 13", "Unit 14", "Unit 15"]
DEPARTMENTS = ["Permits"] * 30 + ["Front office", "Advisers"]
CHANNELS = ["Web"] * 40 + ["Counter"] * 4 + ["Letter"] * 2 + ["e-mail", "Internal"]
TEAMS = ["Team 5", "Team 8", "Team 2", "Team 7", "Team 11"]
ORDERS = [
    "startdate responsible enddate_planned department enddate group concept:name channel deadline",
    "startdate responsible enddate_planned department group enddate concept:name deadline channel",
    "startdate responsible enddate_planned department group channel deadline enddate concept:name",
]
EVENT_KEYS = ["org:group", "concept:instance", "org:resource", "concept:name", "time:timestamp", "lifecycle:transition"]
EXTENSIONS = {
    "Lifecycle": "lifecycle",
    "MetaData_Time": "meta_time",
    "MetaData_LifeCycle": "meta_life",
    "Organizational": "org",
    "MetaData_Organization": "meta_org",
    "Time": "time",
    "MetaData_Concept": "meta_concept",
    "MetaData_3TU": "meta_3TU",
    "Concept": "concept",
    "Semantic": "semantic",
    "MetaData_General": "meta_general",
}
DATES = {"startdate", "enddate_planned", "enddate", "deadline", "time:timestamp"}

KNOWN = {
    "startdate": "2015-10-22T09:14:03.417+02:00",
    "responsible": "Clerk17",
    "enddate_planned": "2015-12-17T10:30:00.250+01:00",
    "department": "Permits",
    "group": "Team 2",
    "concept:name": "case-100042",
    "channel": "Web",
    "deadline": "2015-12-17T10:30:00.250+01:00",
}
KNOWN_EVENTS = [
    ("Unit 1", "task-71203", "Clerk17", REGISTER, "2015-10-22T09:20:11.008+02:00"),
    ("Unit 4", "task-71204", "Clerk08", MAIN[1], "2015-10-23T16:45:59.731+02:00"),
    ("Unit 1", "task-71219", "Clerk17", REWORK, "2015-11-26T15:02:10.640+01:00"),
    ("Unit 4", "task-76110", "Clerk17", MAIN[1], "2015-11-26T15:04:37.095+01:00"),
]

chance = random.Random(20200416).random  # only this method of Random is the same in every version of Python
MILLI = datetime.timedelta(milliseconds=1)
EPOCH = datetime.datetime(1970, 1, 1)


def below(n):
    return int(chance() * n)


def one_of(choices):
    return choices[below(len(choices))]


def skewed(choices):
    """Chooses the first elements more often than the last."""
    return choices[int(chance() ** 2.5 * len(choices))]


def shuffled(choices):
    return [choice for _, choice in sorted((chance(), choice) for choice in choices)]


def last_sunday(year, month):
    day = datetime.datetime(year, month, 31, 1)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def written(utc):
    """Local time in central Europe: UTC+2 in summer, UTC+1 otherwise."""
    summer = last_sunday(utc.year, 3) <= utc < last_sunday(utc.year, 10)
    local = utc + datetime.timedelta(hours=2 if summer else 1)
    return local.isoformat(timespec="milliseconds") + ("+02:00" if summer else "+01:00")


def millis(text):
    moment = datetime.datetime.fromisoformat(text)
    return (moment.replace(tzinfo=None) - moment.utcoffset() - EPOCH) // MILLI


def activities(length):
    """The activities of a case: the main path or its beginning, with additional activities in between."""
    course = [REGISTER, *MAIN][:length]
    while len(course) < length:
        at = 2 + below(len(course) - 2)
        more = [MAIN[1], REWORK] if chance() < 0.4 and len(course) + 2 <= length else [one_of(RARE)]
        course[at:at] = more
    return course


def made_case(name, length):
    start = EPOCH + (millis("2015-01-05T08:00:00.000+01:00") + below(400 * 86_400_000)) * MILLI
    moment = start
    events = []
    for activity in activities(length):
        pause = 40_000 + below(600_000) if chance() < 0.7 else 3_600_000 + below(20 * 86_400_000)
        moment += pause * MILLI
        task = "task-%d" % (10_000 + below(70_000))
        events.append([skewed(GROUPS), task, skewed(RESOURCES), activity, written(moment)])
    planned = start + datetime.timedelta(days=56)
    case = {
        "startdate": written(start),
        "responsible": skewed(RESOURCES),
        "enddate_planned": written(planned),
        "department": one_of(DEPARTMENTS),
        "concept:name": name,
        "channel": one_of(CHANNELS),
        "deadline": written(planned),
    }
    if chance() < 0.93:
        case["enddate"] = written(moment + below(86_400_000) * MILLI)
    if chance() < 0.42:
        case["group"] = one_of(TEAMS)
    order = one_of(ORDERS).split()
    return {key: case[key] for key in order if key in case}, events


def made_cases():
    lengths = shuffled([n for n, cases in LENGTHS.items() for _ in range(cases - (n == len(KNOWN_EVENTS)))])
    names, number = [], 98_600
    while len(names) < len(lengths):
        number += 1 + below(3)
        name = "case-%d" % number
        if name != KNOWN["concept:name"]:
            names.append(name)
    cases = [made_case(name, length) for name, length in zip(names, lengths)]
    # Ensures that every resource, group and activity occurs, even rare ones.
    spare = [event for _, events in cases for event in events[1:]]
    for place, values in ((0, GROUPS), (2, RESOURCES)):
        for i, value in enumerate(values):
            spare[i * 97 + place][place] = value
    rare = [event for event in spare if event[3] in RARE]
    for event, activity in zip(rare, RARE):
        event[3] = activity
    cases.append((KNOWN, KNOWN_EVENTS))
    return sorted(cases, key=lambda case: case[0]["concept:name"])


def attribute(kind, key, value, nested=(), depth=1):
    tabs = "\t" * depth
    start = "%s<%s key=%s value=%s" % (tabs, kind, quoteattr(key), quoteattr(str(value)))
    if not nested:
        return start + "/>\n"
    return "%s>\n%s%s</%s>\n" % (start, "".join(attribute(kind, k, v, (), depth + 1) for k, v in nested), tabs, kind)


def of_type(key, value, depth):
    return attribute("date" if key in DATES else "string", key, value, (), depth)


def short(number):
    return str(round(number, 3))


def scientific(number):
    """A large number in Java's notation, such as 2.5E7."""
    exponent = len(str(int(number))) - 1
    return "%sE%d" % (round(number / 10 ** exponent, 10), exponent)


def counted(prefix, values, per_case):
    """Attributes with the frequency of each value, in total and per case."""
    counts = {value: [case.count(value) for case in per_case] for value in shuffled(values)}
    lengths = [len(case) for case in per_case]
    for name, kind, of in (("total", "int", sum), ("min", "int", min), ("max", "int", max),
                           ("average", "float", lambda all: short(statistics.fmean(all))),
                           ("standard_deviation", "float", lambda all: short(statistics.pstdev(all)))):
        yield attribute(kind, "%s_events_%s" % (prefix, name), of(lengths), [(v, of(n)) for v, n in counts.items()])


def differing(prefix, per_case):
    different = [len(set(case)) for case in per_case]
    yield attribute("int", prefix + "_total", len({value for case in per_case for value in case}))
    yield attribute("int", prefix + "_min", min(different))
    yield attribute("int", prefix + "_max", max(different))
    yield attribute("float", prefix + "_average", short(statistics.fmean(different)))
    yield attribute("float", prefix + "_standard_deviation", short(statistics.pstdev(different)))


def log_attributes(cases):
    lengths = [len(events) for _, events in cases]
    moments = sorted((event[4] for _, events in cases for event in events), key=millis)
    durations = [millis(events[-1][4]) - millis(events[0][4]) for _, events in cases]
    columns = {
        "meta_org:resource": (RESOURCES, [[event[2] for event in events] for _, events in cases]),
        "meta_org:group": (GROUPS, [[event[0] for event in events] for _, events in cases]),
        "meta_org:role": (["UNKNOWN"], [["UNKNOWN"] * length for length in lengths]),
        "meta_concept:named": (ACTIVITIES, [[event[3] for event in events] for _, events in cases]),
        "meta_life:transition": (["complete"], [["complete"] * length for length in lengths]),
    }
    yield attribute("string", "concept:name", "Applications for permits, made up")
    yield attribute("string", "meta_3TU:log_type", "Made up")
    yield attribute("string", "meta_3TU:language", "eng")
    yield attribute("string", "meta_3TU:description", "Made by a program, for tests. Nobody in it exists.")
    yield attribute("string", "meta_3TU:process_type", "Explicitly structured")
    for prefix, (values, per_case) in columns.items():
        yield from counted(prefix, values, per_case)
        extension, what = prefix.split(":")
        yield from differing("%s:different_%ss" % (extension, {"named": "name"}.get(what, what)), per_case)
    yield attribute("int", "meta_general:traces_total", len(cases))
    yield attribute("int", "meta_general:events_total", sum(lengths))
    yield attribute("int", "meta_general:events_min", min(lengths))
    yield attribute("int", "meta_general:events_max", max(lengths))
    yield attribute("float", "meta_general:events_average", short(statistics.fmean(lengths)))
    yield attribute("float", "meta_general:events_standard_deviation", short(statistics.pstdev(lengths)))
    yield attribute("int", "meta_general:classifiers", 3, [("Activity classifier", 27), ("Resource classifier", 48),
                                                           ("Group classifier", 10)])
    yield attribute("float", "meta_time:duration_min", scientific(min(durations)))
    yield attribute("float", "meta_time:duration_max", scientific(max(durations)))
    yield attribute("float", "meta_time:duration_total", scientific(sum(durations)))
    yield attribute("float", "meta_time:duration_average", scientific(statistics.fmean(durations)))
    yield attribute("float", "meta_time:log_duration", scientific(millis(moments[-1]) - millis(moments[0])))
    yield attribute("date", "meta_time:log_start_time", moments[0])
    yield attribute("date", "meta_time:log_end_time", moments[-1])
    yield attribute("date", "meta_3TU:creation_time", "2016-05-02T11:00:00.000+02:00")


def beginning():
    yield '<?xml version="1.0" encoding="UTF-8" ?>\n'
    yield "<!-- Made by made_log.py, in the form of XES standard version 1.0. -->\n"
    yield '<log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">\n'
    for name, prefix in EXTENSIONS.items():
        uri = "http://www.xes-standard.org/%s.xesext" % prefix
        yield '\t<extension name="%s" prefix="%s" uri="%s"/>\n' % (name, prefix, uri)
    for scope, keys in (("trace", ORDERS[0].split() + ["redenverlenging", "aantekening"]), ("event", EVENT_KEYS)):
        yield '\t<global scope="%s">\n' % scope
        for key in keys:
            yield of_type(key, "1970-01-01T00:00:00.000+01:00" if key in DATES else "UNKNOWN", 2)
        yield "\t</global>\n"
    for name, keys in (
            ("Activity", "concept:name lifecycle:transition"), ("Resource", "org:resource"), ("Group", "org:group")):
        yield '\t<classifier name="%s classifier" keys="%s"/>\n' % (name, keys)


def trace(case, events):
    yield "\t<trace>\n"
    for key, value in case.items():
        yield of_type(key, value, 2)
    for event in events:
        yield "\t\t<event>\n"
        for key, value in zip(EVENT_KEYS, [*event, "complete"]):
            yield of_type(key, value, 3)
        yield "\t\t</event>\n"
    yield "\t</trace>\n"


def write(cases, file):
    file.writelines(beginning())
    file.writelines(log_attributes(cases))
    for case, events in cases:
        file.writelines(trace(case, events))
    file.write("</log>\n")


def write_acts(cases, file):
    for case, events in cases:
        for ordinal, (group, _, resource, activity, moment) in enumerate(events):
            fields = case["concept:name"], ordinal, activity, "complete", resource, group, millis(moment)
            print(*fields, sep="\t", file=file)


made = made_cases()
with open(sys.argv[1], "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
    with io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as log:
        write(made, log)
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as acts:
        write_acts(made, acts)
