<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuthoritiesPage</name>
    <message numerus="yes">
        <source>{authorities} authorities, %n to be checked</source>
        <translation>
            <numerusform>{authorities} authorities, %n to be checked</numerusform>
            <numerusform>{authorities} authorities, %n to be checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with open cases</source>
        <translation>
            <numerusform>%n of them with open cases</numerusform>
            <numerusform>%n of them with open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) can be issued.</source>
        <translation>
            <numerusform>%n letter can be issued.</numerusform>
            <numerusform>%n letters can be issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) cannot get one now; they are listed first and stay listed.</source>
        <translation>
            <numerusform>%n case cannot get one now; it is listed first and stays listed.</numerusform>
            <numerusform>%n cases cannot get one now; they are listed first and stay listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) get their number and are kept for good; none of them can be changed afterwards.</source>
        <translation>
            <numerusform>%n letter gets its number and is kept for good; it cannot be changed afterwards.</numerusform>
            <numerusform>%n letters get their number and are kept for good; none of them can be changed afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachRegister</name>
    <message numerus="yes">
        <source>%n breach(es)</source>
        <translation>
            <numerusform>%n breach</numerusform>
            <numerusform>%n breaches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source>%n letter(s) and file(s)</source>
        <translation>
            <numerusform>%n letter or file</numerusform>
            <numerusform>%n letters and files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message numerus="yes">
        <source>%n deadline(s) in this span</source>
        <translation>
            <numerusform>%n deadline in this span</numerusform>
            <numerusform>%n deadlines in this span</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed case(s)</source>
        <translation>
            <numerusform>%n closed case</numerusform>
            <numerusform>%n closed cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in all</source>
        <translation>
            <numerusform>%n case in all</numerusform>
            <numerusform>%n cases in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n place differs</numerusform>
            <numerusform>%n places differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionSide</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchRunDialog</name>
    <message numerus="yes">
        <source>%n letter(s) left together, each to its own address. The clocks that they answer stop at the moment of sending, not at the moment of recording.</source>
        <translation>
            <numerusform>%n letter left for its own address. The clock that it answers stops at the moment of sending, not at the moment of recording.</numerusform>
            <numerusform>%n letters left together, each to its own address. The clocks that they answer stop at the moment of sending, not at the moment of recording.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierSection</name>
    <message numerus="yes">
        <source>%n earlier request(s) of this person, found by e-mail address and name.</source>
        <translation>
            <numerusform>%n earlier request of this person, found by e-mail address and name.</numerusform>
            <numerusform>%n earlier requests of this person, found by e-mail address and name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvelopesDialog</name>
    <message numerus="yes">
        <source>Envelopes or labels for %n letter(s)</source>
        <translation>
            <numerusform>Envelope or label for %n letter</numerusform>
            <numerusform>Envelopes or labels for %n letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactorsSection</name>
    <message numerus="yes">
        <source>Guidance from elsewhere: %n more</source>
        <translation>
            <numerusform>Guidance from elsewhere: %n more</numerusform>
            <numerusform>Guidance from elsewhere: %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h late</source>
        <translation>
            <numerusform>%n h late</numerusform>
            <numerusform>%n h late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message numerus="yes">
        <source>%n more at the right</source>
        <translation>
            <numerusform>%n more at the right</numerusform>
            <numerusform>%n more at the right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LawsPage</name>
    <message numerus="yes">
        <source>%n limit(s) by confidence: {counts}</source>
        <translation>
            <numerusform>%n limit by confidence: {counts}</numerusform>
            <numerusform>%n limits by confidence: {counts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} and %n more</source>
        <translation>
            <numerusform>{places} and %n more</numerusform>
            <numerusform>{places} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message numerus="yes">
        <source>%n page(s), {size}.</source>
        <translation>
            <numerusform>%n page, {size}.</numerusform>
            <numerusform>%n pages, {size}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersListPanel</name>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n not sent yet</numerusform>
            <numerusform>%n not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MattersList</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovesPage</name>
    <message numerus="yes">
        <source>A calendar or a law changed. Deadlines of %n case(s) would move; nothing moves before you accept.</source>
        <translation>
            <numerusform>A calendar or a law changed. Deadlines of %n case would move; nothing moves before you accept.</numerusform>
            <numerusform>A calendar or a law changed. Deadlines of %n cases would move; nothing moves before you accept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) keep every date and are only brought up to date.</source>
        <translation>
            <numerusform>%n case keeps every date and is only brought up to date.</numerusform>
            <numerusform>%n cases keep every date and are only brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) affected</source>
        <translation>
            <numerusform>%n case affected</numerusform>
            <numerusform>%n cases affected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are reckoned with the new days and laws now.</source>
        <translation>
            <numerusform>%n case is reckoned with the new days and laws now.</numerusform>
            <numerusform>%n cases are reckoned with the new days and laws now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%n earlier case(s)</source>
        <translation>
            <numerusform>%n earlier case</numerusform>
            <numerusform>%n earlier cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperOutput</name>
    <message numerus="yes">
        <source>%n page(s) of {number} sent to the printer.</source>
        <translation>
            <numerusform>%n page of {number} sent to the printer.</numerusform>
            <numerusform>%n pages of {number} sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintRunDialog</name>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation>
            <numerusform>Print %n letter</numerusform>
            <numerusform>Print %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of paper for one copy</source>
        <translation>
            <numerusform>%n sheet of paper for one copy</numerusform>
            <numerusform>%n sheets of paper for one copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) sent to the printer.</source>
        <translation>
            <numerusform>%n letter sent to the printer.</numerusform>
            <numerusform>%n letters sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) not printed yet.</source>
        <translation>
            <numerusform>%n letter not printed yet.</numerusform>
            <numerusform>%n letters not printed yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message numerus="yes">
        <source>%n sending(s)</source>
        <translation>
            <numerusform>%n sending</numerusform>
            <numerusform>%n sendings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for proof</source>
        <translation>
            <numerusform>%n waiting for proof</numerusform>
            <numerusform>%n waiting for proof</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message numerus="yes">
        <source>%n print run(s)</source>
        <translation>
            <numerusform>%n print run</numerusform>
            <numerusform>%n print runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateEditorPage</name>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message numerus="yes">
        <source>{templates} templates, %n with the office&apos;s own text</source>
        <translation>
            <numerusform>{templates} templates, %n with the office&apos;s own text</numerusform>
            <numerusform>{templates} templates, %n with the office&apos;s own text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToPrintPanel</name>
    <message numerus="yes">
        <source>%n letter(s) to print</source>
        <translation>
            <numerusform>%n letter to print</numerusform>
            <numerusform>%n letters to print</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>oldest by %n day(s)</source>
        <translation>
            <numerusform>oldest by %n day</numerusform>
            <numerusform>oldest by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a letter</source>
        <translation>
            <numerusform>%n needs a letter</numerusform>
            <numerusform>%n need a letter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workroom</name>
    <message numerus="yes">
        <source>%n finding(s) in the store:</source>
        <translation>
            <numerusform>%n finding in the store:</numerusform>
            <numerusform>%n findings in the store:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encrypted, locks in %n min</source>
        <translation>
            <numerusform>Encrypted, locks in %n min</numerusform>
            <numerusform>Encrypted, locks in %n min</numerusform>
        </translation>
    </message>
</context>
</TS>
