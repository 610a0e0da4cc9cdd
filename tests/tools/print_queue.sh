#!/usr/bin/env bash
# Starts the system's print service with a queue that prints into PDF files, on both sides of the paper: `print_queue.sh`.
# It never waits for long and never fails: where no service can run, the tests of the queue are left out.
set -u

queue=PDF
model=/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd
if ! command -v cupsd >/dev/null 2>&1 || [ ! -r "$model" ]; then
  echo "no print service: cupsd or its PDF printer is not installed" >&2
  exit 0
fi

if ! timeout 10 lpstat -r 2>/dev/null | grep -q 'is running'; then
  # An open pipe to a service in the background would keep the caller waiting for its end.
  setsid cupsd -f >/dev/null 2>&1 </dev/null &
  for _ in $(seq 50); do
    timeout 5 lpstat -r 2>/dev/null | grep -q 'is running' && break
    sleep 0.2
  done
fi

# The PDF printer's own description knows no printing on both sides, so that Qt would refuse to ask for it.
described=$(mktemp --suffix=.ppd)
trap 'rm -f "$described"' EXIT
awk '
  /^\*OpenUI \*Resolution/ && !done {
    print "*OpenUI *Duplex/Both Sides: PickOne"
    print "*OrderDependency: 100 AnySetup *Duplex"
    print "*DefaultDuplex: None"
    print "*Duplex None/Off: \"<</Duplex false>>setpagedevice\""
    print "*Duplex DuplexNoTumble/Long Edge: \"<</Duplex true /Tumble false>>setpagedevice\""
    print "*Duplex DuplexTumble/Short Edge: \"<</Duplex true /Tumble true>>setpagedevice\""
    print "*CloseUI: *Duplex"
    print ""
    done = 1
  }
  { print }
' "$model" >"$described"
timeout 60 lpadmin -p "$queue" -v cups-pdf:/ -E -P "$described" >/dev/null 2>&1 && timeout 10 lpadmin -d "$queue" >/dev/null 2>&1
timeout 10 lpstat -v 2>/dev/null || echo "no print service: cupsd does not answer" >&2
exit 0
