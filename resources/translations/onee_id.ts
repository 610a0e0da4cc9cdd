<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AboutCase</name>
    <message>
        <source>Case that it is about, by number or name</source>
        <translation>Perkara yang diadukan, menurut nomor atau nama</translation>
    </message>
    <message>
        <source>number or name; leave it empty if it stands alone</source>
        <translation>nomor atau nama; kosongkan bila berdiri sendiri</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>Perkara yang ditemukan</translation>
    </message>
    <message>
        <source>&amp;Another</source>
        <translation>Pili&amp;h yang lain</translation>
    </message>
    <message>
        <source>Choose another case, or none</source>
        <translation>Pilih perkara lain, atau kosongkan</translation>
    </message>
    <message>
        <source>Case that it is a&amp;bout</source>
        <translation>Perkara yang &amp;diadukan</translation>
    </message>
    <message>
        <source>No case has this number or name.</source>
        <translation>Tidak ada perkara dengan nomor atau nama ini.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Perkara baru…</translation>
    </message>
    <message>
        <source>&amp;Import mail…</source>
        <translation>&amp;Impor surel…</translation>
    </message>
    <message>
        <source>New co&amp;mplaint…</source>
        <translation>Pen&amp;gaduan baru…</translation>
    </message>
    <message>
        <source>New re&amp;gulator matter…</source>
        <translation>Perkara &amp;otoritas baru…</translation>
    </message>
    <message>
        <source>New b&amp;reach…</source>
        <translation>Kegagalan &amp;baru…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Cadangkan sekarang</translation>
    </message>
    <message>
        <source>&amp;Check the store</source>
        <translation>P&amp;eriksa penyimpanan</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Kunci</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Ke&amp;luar</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>C&amp;ari…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Kembali</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Hari ini</translation>
    </message>
    <message>
        <source>&amp;Cases</source>
        <translation>&amp;Perkara</translation>
    </message>
    <message>
        <source>A&amp;pprovals</source>
        <translation>Pers&amp;etujuan</translation>
    </message>
    <message>
        <source>Review pac&amp;kets</source>
        <translation>Paket ti&amp;njauan</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>&amp;Surat</translation>
    </message>
    <message>
        <source>La&amp;ws</source>
        <translation>H&amp;ukum</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>Pen&amp;gaturan</translation>
    </message>
    <message>
        <source>Cale&amp;ndar</source>
        <translation>Kalen&amp;der</translation>
    </message>
    <message>
        <source>W&amp;hat if</source>
        <translation>Anda&amp;ikan</translation>
    </message>
    <message>
        <source>Dates that &amp;move</source>
        <translation>&amp;Tanggal bergeser</translation>
    </message>
    <message>
        <source>Templ&amp;ates</source>
        <translation>Temp&amp;lat</translation>
    </message>
    <message>
        <source>Letters to man&amp;y</source>
        <translation>Surat &amp;massal</translation>
    </message>
    <message>
        <source>Reg&amp;ulators</source>
        <translation>&amp;Otoritas</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Baca ulang</translation>
    </message>
    <message>
        <source>Ask for proof of &amp;identity…</source>
        <translation>Minta bukti &amp;identitas…</translation>
    </message>
    <message>
        <source>&amp;Record what came of it…</source>
        <translation>Catat hasil &amp;verifikasi…</translation>
    </message>
    <message>
        <source>Ask for &amp;clarification…</source>
        <translation>Minta &amp;penjelasan…</translation>
    </message>
    <message>
        <source>Record the cl&amp;arification…</source>
        <translation>Catat pen&amp;jelasan…</translation>
    </message>
    <message>
        <source>&amp;Pause a clock…</source>
        <translation>Jeda jangka &amp;waktu…</translation>
    </message>
    <message>
        <source>Res&amp;ume a clock…</source>
        <translation>&amp;Lanjutkan jangka waktu…</translation>
    </message>
    <message>
        <source>Record an e&amp;vent…</source>
        <translation>&amp;Catat peristiwa…</translation>
    </message>
    <message>
        <source>&amp;Extend the deadline…</source>
        <translation>Perpanjang &amp;tenggat…</translation>
    </message>
    <message>
        <source>&amp;Set a date by hand…</source>
        <translation>Tetapkan tan&amp;ggal manual…</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>Put&amp;uskan</translation>
    </message>
    <message>
        <source>Record as carried ou&amp;t…</source>
        <translation>Catat telah dilaksa&amp;nakan…</translation>
    </message>
    <message>
        <source>&amp;Write a letter</source>
        <translation>Tulis &amp;surat</translation>
    </message>
    <message>
        <source>Investi&amp;gate</source>
        <translation>S&amp;elidiki</translation>
    </message>
    <message>
        <source>Decide the co&amp;mplaint…</source>
        <translation>Putuskan penga&amp;duan…</translation>
    </message>
    <message>
        <source>Pass on to an aut&amp;hority…</source>
        <translation>Teruskan kepada &amp;otoritas…</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <translation>Da&amp;ftar pertanyaan dan jawaban</translation>
    </message>
    <message>
        <source>Authorit&amp;y said…</source>
        <translation>&amp;Yang dikatakan otoritas…</translation>
    </message>
    <message>
        <source>Assess the ris&amp;k of the breach…</source>
        <translation>Nil&amp;ai risiko…</translation>
    </message>
    <message>
        <source>Attach a &amp;file…</source>
        <translation>La&amp;mpirkan berkas…</translation>
    </message>
    <message>
        <source>Add a &amp;note…</source>
        <translation>Tamba&amp;h catatan…</translation>
    </message>
    <message>
        <source>Case &amp;bundle…</source>
        <translation>&amp;Buat berkas perkara…</translation>
    </message>
    <message>
        <source>C&amp;lose the case…</source>
        <translation>Tutup perka&amp;ra…</translation>
    </message>
    <message>
        <source>Re&amp;open the case…</source>
        <translation>Buka &amp;kembali perkara…</translation>
    </message>
    <message>
        <source>&amp;Approve and issue</source>
        <translation>Se&amp;tujui dan terbitkan</translation>
    </message>
    <message>
        <source>Record the &amp;dispatch…</source>
        <translation>Catat pen&amp;giriman…</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Simpan PDF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>Record the deliver&amp;y…</source>
        <translation>Catat &amp;penerimaan…</translation>
    </message>
    <message>
        <source>Record the re&amp;turn…</source>
        <translation>Catat surat &amp;kembali…</translation>
    </message>
    <message>
        <source>&amp;E-mail draft…</source>
        <translation>Konsep sur&amp;el…</translation>
    </message>
    <message>
        <source>Encrypted PD&amp;F…</source>
        <translation>P&amp;DF terenkripsi…</translation>
    </message>
    <message>
        <source>En&amp;velope or label…</source>
        <translation>&amp;Amplop atau label…</translation>
    </message>
    <message>
        <source>File &amp;copy…</source>
        <translation>Salinan &amp;berkas…</translation>
    </message>
    <message>
        <source>Si&amp;gn…</source>
        <translation>Ta&amp;ndatangani…</translation>
    </message>
    <message>
        <source>Co&amp;rrect…</source>
        <translation>Bet&amp;ulkan…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ba&amp;ntuan</translation>
    </message>
    <message>
        <source>&amp;About Onee Workbench</source>
        <translation>&amp;Tentang Onee Workbench</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Ke &amp;mana</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Perkara</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Surat</translation>
    </message>
</context>
<context>
    <name>AllowAddressDialog</name>
    <message>
        <source>Print unchecked: {authority}</source>
        <translation>Cetak tanpa diperiksa: {authority}</translation>
    </message>
    <message>
        <source>Nobody has checked this address: {address}. Letters will print it all the same, until you check it or take this back. Better check it.</source>
        <translation>Alamat ini belum diperiksa siapa pun: {address}. Surat tetap akan mencetaknya sampai Anda memeriksanya atau mencabut izin ini. Lebih baik periksa.</translation>
    </message>
    <message>
        <source>&amp;Print it unchecked</source>
        <translation>&amp;Cetak tanpa diperiksa</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Say why an address that nobody checked may be printed.</source>
        <translation>Sebutkan mengapa alamat yang belum diperiksa siapa pun boleh dicetak.</translation>
    </message>
</context>
<context>
    <name>AnswerMoreTimeDialog</name>
    <message>
        <source>The authority&apos;s answer about more time in {number}</source>
        <translation>Jawaban otoritas soal tambahan waktu dalam {number}</translation>
    </message>
    <message>
        <source>Asked for: until {day}.</source>
        <translation>Yang diminta: sampai {day}.</translation>
    </message>
    <message>
        <source>&amp;Record the answer</source>
        <translation>&amp;Catat jawaban</translation>
    </message>
    <message>
        <source>It grants more time</source>
        <translation>Otoritas memberi tambahan waktu</translation>
    </message>
    <message>
        <source>It refuses; the deadline stays</source>
        <translation>Otoritas menolak; tenggatnya tetap</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Sampai kapan</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba pada</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>&amp;Until when</source>
        <translation>Sampai &amp;kapan</translation>
    </message>
    <message>
        <source>&amp;Where the authority says so</source>
        <translation>&amp;Di mana otoritas menyatakannya</translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation>&amp;Tiba pada</translation>
    </message>
    <message>
        <source>Name the letter or the mail in which the authority says so.</source>
        <translation>Sebutkan surat atau surel tempat otoritas menyatakannya.</translation>
    </message>
</context>
<context>
    <name>AnswerPacketDialog</name>
    <message>
        <source>Answer {number}</source>
        <translation>Jawab {number}</translation>
    </message>
    <message>
        <source>You answer for exactly what the packet shows: decision, dossier and letter {letter}. Your answer is signed with your own key and sealed with the passphrase of the packet. Send the file back to {name}.</source>
        <translation>Anda menjawab tepat untuk yang ditunjukkan paket: keputusan, berkas pertimbangan, dan surat {letter}. Jawaban Anda ditandatangani dengan kunci Anda sendiri dan disegel dengan frasa sandi paket. Kirim berkasnya kembali kepada {name}.</translation>
    </message>
    <message>
        <source>&amp;Sign and save the answer</source>
        <translation>&amp;Tandatangani dan simpan jawaban</translation>
    </message>
    <message>
        <source>Where the answer goes</source>
        <translation>Tempat menyimpan jawaban</translation>
    </message>
    <message>
        <source>Answers (*{suffix})</source>
        <translation>Jawaban (*{suffix})</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>&amp;Words to it</source>
        <translation>&amp;Penjelasan</translation>
    </message>
    <message>
        <source>Your &amp;own passphrase, that opens this store</source>
        <translation>&amp;Frasa sandi Anda sendiri, yang membuka penyimpanan ini</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>Say why, or what you want to know.</source>
        <translation>Sebutkan alasannya, atau apa yang ingin Anda ketahui.</translation>
    </message>
    <message>
        <source>Type your passphrase: it opens your key.</source>
        <translation>Ketik frasa sandi Anda: frasa itu membuka kunci Anda.</translation>
    </message>
    <message>
        <source>Choose where the answer goes.</source>
        <translation>Pilih tempat menyimpan jawaban.</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Verdict on {number}: {right}</source>
        <translation>Jawaban atas {number}: {right}</translation>
    </message>
    <message>
        <source>The verdict is on the decision, the dossier and letter {letter} exactly as they are shown, content {digest}. It is signed with the key of the officer whose passphrase is typed; that officer must be another one than who decided.</source>
        <translation>Jawaban ini mengenai keputusan, berkas pertimbangan, dan surat {letter} tepat seperti yang ditampilkan, isi {digest}. Jawaban ditandatangani dengan kunci petugas yang frasa sandinya diketik; petugas itu harus orang lain, bukan yang memutuskan.</translation>
    </message>
    <message>
        <source>&amp;Sign the verdict</source>
        <translation>&amp;Tandatangani jawaban</translation>
    </message>
    <message>
        <source>Words to the verdict</source>
        <translation>Penjelasan atas jawaban</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Penjelasan</translation>
    </message>
    <message>
        <source>needed for a rejection and for questions</source>
        <translation>wajib untuk penolakan dan pertanyaan</translation>
    </message>
    <message>
        <source>Your own &amp;passphrase, as second officer</source>
        <translation>&amp;Frasa sandi Anda sendiri, sebagai petugas kedua</translation>
    </message>
    <message>
        <source>Say what is wrong, or what you want to know.</source>
        <translation>Sebutkan apa yang keliru, atau apa yang ingin Anda ketahui.</translation>
    </message>
    <message>
        <source>Type the passphrase of the second officer.</source>
        <translation>Ketik frasa sandi petugas kedua.</translation>
    </message>
</context>
<context>
    <name>ApprovalTable</name>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Diminta oleh</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Checks open</source>
        <translation>Belum terpenuhi</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>Menunggu saya</translation>
    </message>
    <message>
        <source>Asked by me</source>
        <translation>Saya minta</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Dijawab</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Keputusannya</translation>
    </message>
    <message>
        <source>The dossier</source>
        <translation>Berkas pertimbangannya</translation>
    </message>
    <message>
        <source>The letter, exactly as it is approved</source>
        <translation>Surat, tepat seperti yang disetujui</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Go to the &amp;case</source>
        <translation>Ke per&amp;kara</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Berkas pertimbangan</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>Set&amp;ujui…</translation>
    </message>
    <message>
        <source>As&amp;k…</source>
        <translation>Tan&amp;yakan…</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Tolak…</translation>
    </message>
    <message>
        <source>Nothing that you asked for waits.</source>
        <translation>Tidak ada permintaan Anda yang menunggu.</translation>
    </message>
    <message>
        <source>No approval was voided by a change.</source>
        <translation>Tidak ada persetujuan yang batal karena perubahan.</translation>
    </message>
    <message>
        <source>Nothing was answered that has not left yet.</source>
        <translation>Tidak ada yang sudah dijawab dan belum keluar.</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Tidak ada yang menunggu Anda.</translation>
    </message>
    <message>
        <source>Nothing is written in it.</source>
        <translation>Belum ada isinya.</translation>
    </message>
    <message>
        <source>The letter is approved with the decision. Draft the letter first.</source>
        <translation>Surat disetujui bersama keputusannya. Buat konsep suratnya lebih dahulu.</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Penyimpanan dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>{officer}, {when}</source>
        <translation>{officer}, {when}</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>What the person reads</source>
        <translation>Yang dibaca orangnya</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Belum terpenuhi</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Kesiapan</translation>
    </message>
    <message>
        <source>Everything else is there.</source>
        <translation>Selebihnya sudah ada.</translation>
    </message>
    <message>
        <source>Asked for approval</source>
        <translation>Persetujuan diminta</translation>
    </message>
    <message>
        <source>About content that has changed since.</source>
        <translation>Mengenai isi yang telah berubah sejak itu.</translation>
    </message>
    <message>
        <source>Exactly this content</source>
        <translation>Tepat isi ini</translation>
    </message>
    <message>
        <source>Second officer</source>
        <translation>Petugas kedua</translation>
    </message>
    <message>
        <source>You decided this yourself: another officer has to type their passphrase.</source>
        <translation>Anda sendiri yang memutuskan ini: petugas lain harus mengetik frasa sandinya.</translation>
    </message>
    <message>
        <source>The verdict is signed and recorded.</source>
        <translation>Jawaban ditandatangani dan tercatat.</translation>
    </message>
</context>
<context>
    <name>AskApprovalDialog</name>
    <message>
        <source>Ask for approval</source>
        <translation>Minta persetujuan</translation>
    </message>
    <message>
        <source>A second officer is asked to approve the decision, its dossier and the letter that is drafted, exactly as they are now. A later change of any of them voids the approval.</source>
        <translation>Petugas kedua diminta menyetujui keputusan, berkas pertimbangannya, dan konsep suratnya, tepat seperti sekarang. Perubahan kemudian pada salah satunya membatalkan persetujuan itu.</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Minta</translation>
    </message>
    <message>
        <source>Words to the second officer</source>
        <translation>Pesan kepada petugas kedua</translation>
    </message>
    <message>
        <source>&amp;Words to the second officer (may stay empty)</source>
        <translation>&amp;Pesan kepada petugas kedua (boleh kosong)</translation>
    </message>
</context>
<context>
    <name>AskClarificationDialog</name>
    <message>
        <source>Ask what the person means</source>
        <translation>Tanyakan apa maksud orangnya</translation>
    </message>
    <message>
        <source>Record the question and when it was asked. It stays with the case.</source>
        <translation>Catat pertanyaannya dan kapan diajukan. Catatan ini tinggal bersama perkaranya.</translation>
    </message>
    <message>
        <source>&amp;Record the question</source>
        <translation>&amp;Catat pertanyaan</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Ditanyakan pada</translation>
    </message>
    <message>
        <source>The &amp;question</source>
        <translation>&amp;Pertanyaan</translation>
    </message>
    <message>
        <source>Asked &amp;on</source>
        <translation>&amp;Ditanyakan pada</translation>
    </message>
    <message>
        <source>Write down what was asked.</source>
        <translation>Tuliskan apa yang ditanyakan.</translation>
    </message>
</context>
<context>
    <name>AskIdentityDialog</name>
    <message>
        <source>Ask for proof of identity</source>
        <translation>Minta bukti identitas</translation>
    </message>
    <message>
        <source>Record when the person was asked. Ask only when there is reasonable doubt about who wrote.</source>
        <translation>Catat kapan orangnya diminta. Mintalah hanya bila ada keraguan yang wajar tentang siapa yang menulis.</translation>
    </message>
    <message>
        <source>&amp;Record the question</source>
        <translation>&amp;Catat pertanyaan</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Ditanyakan pada</translation>
    </message>
    <message>
        <source>Asked &amp;on</source>
        <translation>&amp;Ditanyakan pada</translation>
    </message>
</context>
<context>
    <name>AskInWritingDialog</name>
    <message>
        <source>Asked to put {number} in writing</source>
        <translation>Diminta menyampaikan {number} secara tertulis</translation>
    </message>
    <message>
        <source>Record that the person was asked on the telephone or in person. Our letter records it by itself when it is sent. The clocks run on.</source>
        <translation>Catat bahwa orangnya diminta lewat telepon atau secara langsung. Surat kita mencatatnya sendiri saat dikirim. Jangka waktu tetap berjalan.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Diminta pada</translation>
    </message>
    <message>
        <source>&amp;Asked on</source>
        <translation>Di&amp;minta pada</translation>
    </message>
</context>
<context>
    <name>AskMoreTimeDialog</name>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Ask for more time in {number}</source>
        <translation>Minta tambahan waktu dalam {number}</translation>
    </message>
    <message>
        <source>The deadline that stands: {day}. It stays until the authority grants a later one. Write the letter next.</source>
        <translation>Tenggat yang berlaku: {day}. Tenggat ini tetap sampai otoritas memberi yang lebih lambat. Sesudah ini, tulis suratnya.</translation>
    </message>
    <message>
        <source>&amp;Record that it is asked</source>
        <translation>&amp;Catat permintaan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Diminta pada</translation>
    </message>
    <message>
        <source>&amp;Until when</source>
        <translation>Sampai &amp;kapan</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Asked on</source>
        <translation>Di&amp;minta pada</translation>
    </message>
    <message>
        <source>This is not later than the deadline that stands.</source>
        <translation>Ini tidak lebih lambat daripada tenggat yang berlaku.</translation>
    </message>
    <message>
        <source>Say why more time is needed; the letter will say so too.</source>
        <translation>Sebutkan mengapa perlu tambahan waktu; surat akan menyebutkannya juga.</translation>
    </message>
</context>
<context>
    <name>AssessRiskDialog</name>
    <message>
        <source>Assess the risk of {number}</source>
        <translation>Nilai risiko {number}</translation>
    </message>
    <message>
        <source>Think of the people concerned, not of the office: what could happen to them, how likely it is, and how grave. The suggestion is the house&apos;s own scale; you conclude.</source>
        <translation>Pikirkan orang-orang yang terdampak, bukan kantor: apa yang dapat menimpa mereka, seberapa mungkin, dan seberapa berat. Saran ini memakai skala kantor sendiri; Anda yang menyimpulkan.</translation>
    </message>
    <message>
        <source>&amp;Record the assessment</source>
        <translation>&amp;Catat penilaian</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>How &amp;likely is harm?</source>
        <translation>Seberapa &amp;mungkin kerugiannya?</translation>
    </message>
    <message>
        <source>How &amp;grave would it be?</source>
        <translation>Seberapa &amp;berat akibatnya?</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Saran</translation>
    </message>
    <message>
        <source>&amp;Conclusion</source>
        <translation>&amp;Kesimpulan</translation>
    </message>
    <message>
        <source>Rea&amp;sons</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>what supports the conclusion: kind of data, protection, who got it, what was done; an authority may ask</source>
        <translation>yang mendukung kesimpulan: jenis data, pelindungannya, siapa yang memperolehnya, apa yang dilakukan; otoritas dapat menanyakannya</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Pilih satu.</translation>
    </message>
    <message>
        <source>Give the reasons: everything after rests on them.</source>
        <translation>Berikan alasannya: semua langkah sesudahnya bertumpu padanya.</translation>
    </message>
    <message>
        <source>choose both first</source>
        <translation>pilih keduanya dahulu</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>Keep a file with {number}</source>
        <translation>Simpan berkas dengan {number}</translation>
    </message>
    <message>
        <source>The file is kept byte for byte in the encrypted store. The original stays where it is.</source>
        <translation>Berkas disimpan bita demi bita dalam penyimpanan terenkripsi. Aslinya tetap di tempatnya.</translation>
    </message>
    <message>
        <source>&amp;Keep the file</source>
        <translation>&amp;Simpan berkas</translation>
    </message>
    <message>
        <source>What the file &amp;is</source>
        <translation>Berkas &amp;ini adalah</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Berkas itu kosong.</translation>
    </message>
</context>
<context>
    <name>AuthoritiesPage</name>
    <message>
        <source>Authorities</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>Words in an entry</source>
        <translation>Kata dalam entri</translation>
    </message>
    <message>
        <source>Name, place or address</source>
        <translation>Nama, tempat, atau alamat</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Every law</source>
        <translation>Setiap hukum</translation>
    </message>
    <message>
        <source>State of the address</source>
        <translation>Keadaan alamat</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Setiap keadaan</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Perlu diperiksa</translation>
    </message>
    <message>
        <source>With open cases</source>
        <translation>Dengan perkara terbuka</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>&amp;Mark as checked…</source>
        <translation>Tan&amp;dai sudah diperiksa…</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>&amp;Ubah…</translation>
    </message>
    <message>
        <source>&amp;Print unchecked…</source>
        <translation>&amp;Cetak tanpa diperiksa…</translation>
    </message>
    <message numerus="yes">
        <source>{authorities} authorities, %n to be checked</source>
        <translation>
            <numerusform>{authorities} otoritas, %n perlu diperiksa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with open cases</source>
        <translation>
            <numerusform>%n di antaranya dengan perkara terbuka</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer &amp;print it unchecked</source>
        <translation>&amp;Cabut izin tanpa diperiksa</translation>
    </message>
    <message>
        <source>No authority is chosen</source>
        <translation>Tidak ada otoritas yang dipilih</translation>
    </message>
    <message>
        <source>Web: {text}</source>
        <translation>Situs web: {text}</translation>
    </message>
    <message>
        <source>Web form: {text}</source>
        <translation>Formulir web: {text}</translation>
    </message>
    <message>
        <source>E-mail: {text}</source>
        <translation>Surel: {text}</translation>
    </message>
    <message>
        <source>Phone: {text}</source>
        <translation>Telepon: {text}</translation>
    </message>
    <message>
        <source>Competent under {law} in {place}</source>
        <translation>Berwenang menurut {law} di {place}</translation>
    </message>
    <message>
        <source>Languages: {languages}</source>
        <translation>Bahasa: {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n perkara terbuka</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has checked this entry.</source>
        <translation>Entri ini belum diperiksa siapa pun.</translation>
    </message>
    <message>
        <source>Checked on {day} by {who} against {what}</source>
        <translation>Diperiksa pada {day} oleh {who} dengan {what}</translation>
    </message>
    <message>
        <source>Allowed unchecked: {reason}</source>
        <translation>Diizinkan tanpa diperiksa: {reason}</translation>
    </message>
    <message>
        <source>Taken on {day} from: {source} ({sure})</source>
        <translation>Diambil pada {day} dari: {source} ({sure})</translation>
    </message>
    <message>
        <source>Not from the source, in our own words: {fields}</source>
        <translation>Bukan dari sumbernya, dengan kata-kata kami sendiri: {fields}</translation>
    </message>
    <message>
        <source>The office keeps its own copy of this entry.</source>
        <translation>Kantor menyimpan salinannya sendiri atas entri ini.</translation>
    </message>
</context>
<context>
    <name>AuthorityDeadlineDialog</name>
    <message>
        <source>The authority&apos;s deadline in {number}</source>
        <translation>Tenggat dari otoritas dalam {number}</translation>
    </message>
    <message>
        <source>Enter the deadline as the authority says it. It may turn out to be earlier than was thought; a later one needs a letter of the authority.</source>
        <translation>Isi tenggat sebagaimana dinyatakan otoritas. Tenggat boleh ternyata lebih awal daripada yang dikira; yang lebih lambat memerlukan surat otoritas.</translation>
    </message>
    <message>
        <source>&amp;Set the deadline</source>
        <translation>&amp;Tetapkan tenggat</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Dinyatakan pada</translation>
    </message>
    <message>
        <source>A new letter of the authority says so</source>
        <translation>Surat baru dari otoritas menyatakannya</translation>
    </message>
    <message>
        <source>&amp;Deadline</source>
        <translation>Ten&amp;ggat</translation>
    </message>
    <message>
        <source>&amp;Where the authority says so</source>
        <translation>&amp;Di mana otoritas menyatakannya</translation>
    </message>
    <message>
        <source>S&amp;aid on</source>
        <translation>Dinyatakan &amp;pada</translation>
    </message>
    <message>
        <source>By whose word</source>
        <translation>Menurut siapa</translation>
    </message>
    <message>
        <source>Name the letter or the mail in which the authority says so.</source>
        <translation>Sebutkan surat atau surel tempat otoritas menyatakannya.</translation>
    </message>
</context>
<context>
    <name>AuthorityDecisionDialog</name>
    <message>
        <source>The authority&apos;s decision in {number}</source>
        <translation>Keputusan otoritas dalam {number}</translation>
    </message>
    <message>
        <source>The decision is kept with its consequences: the rights that are ticked are decided anew, with the clock that the law starts; the tasks lie on the desks of those who do them.</source>
        <translation>Keputusan disimpan beserta akibatnya: hak yang dicentang diputuskan ulang, dengan jangka waktu yang dimulai menurut hukum; tugas ada di meja mereka yang mengerjakannya.</translation>
    </message>
    <message>
        <source>&amp;Record the decision</source>
        <translation>&amp;Catat keputusan</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba pada</translation>
    </message>
    <message>
        <source>What it decided</source>
        <translation>Isi keputusan</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Keputusannya</translation>
    </message>
    <message>
        <source>it can be contested until</source>
        <translation>dapat digugat sampai</translation>
    </message>
    <message>
        <source>What is put right</source>
        <translation>Yang diperbaiki</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Yang dikerjakan</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Oleh siapa</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>Paling lambat</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Tambah tugas</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Keputusan</translation>
    </message>
    <message>
        <source>A&amp;mount, with its currency</source>
        <translation>&amp;Jumlah, dengan mata uangnya</translation>
    </message>
    <message>
        <source>&amp;What it decided, in your words</source>
        <translation>&amp;Isi keputusan, dengan kata-kata Anda</translation>
    </message>
    <message>
        <source>Decided &amp;on</source>
        <translation>&amp;Diputuskan pada</translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation>&amp;Tiba pada</translation>
    </message>
    <message>
        <source>Its refere&amp;nce</source>
        <translation>Nomor &amp;rujukannya</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>Decide anew in {number}</source>
        <translation>Putuskan ulang dalam {number}</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>Tu&amp;gas</translation>
    </message>
    <message>
        <source>A&amp;ppeal period</source>
        <translation>&amp;Masa banding</translation>
    </message>
    <message>
        <source>Appeal to whom</source>
        <translation>Banding kepada siapa</translation>
    </message>
    <message>
        <source>Enter the amount of the fine.</source>
        <translation>Isi jumlah denda.</translation>
    </message>
    <message>
        <source>Say in your words what the authority decided.</source>
        <translation>Tuliskan dengan kata-kata Anda apa yang diputuskan otoritas.</translation>
    </message>
    <message>
        <source>This is in the future. Record it when it has happened.</source>
        <translation>Ini di masa depan. Catat setelah terjadi.</translation>
    </message>
    <message>
        <source>Each task needs words and a day.</source>
        <translation>Setiap tugas memerlukan uraian dan hari.</translation>
    </message>
    <message>
        <source>This is before the decision.</source>
        <translation>Ini lebih awal daripada keputusannya.</translation>
    </message>
</context>
<context>
    <name>AuthorityLetterDialog</name>
    <message>
        <source>A letter of the authority in {number}</source>
        <translation>Surat otoritas dalam {number}</translation>
    </message>
    <message>
        <source>The letter is kept byte for byte with the matter. A deadline that it sets holds from now on, also where it is later than the one before: it is the authority&apos;s own word.</source>
        <translation>Surat disimpan bita demi bita bersama perkara. Tenggat yang ditetapkannya berlaku mulai sekarang, juga bila lebih lambat daripada yang lama: itu kata otoritas sendiri.</translation>
    </message>
    <message>
        <source>&amp;Record the letter</source>
        <translation>&amp;Catat surat</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba pada</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Suratnya</translation>
    </message>
    <message>
        <source>It asks us for an answer</source>
        <translation>Surat ini meminta jawaban</translation>
    </message>
    <message>
        <source>Its deadline</source>
        <translation>Tenggatnya</translation>
    </message>
    <message>
        <source>It sets a deadline</source>
        <translation>Surat ini menetapkan tenggat</translation>
    </message>
    <message>
        <source>&amp;What it is about</source>
        <translation>&amp;Pokok surat</translation>
    </message>
    <message>
        <source>such as: letter of 18 November, six questions</source>
        <translation>misalnya: surat 18 November, enam pertanyaan</translation>
    </message>
    <message>
        <source>Its refere&amp;nce (may stay empty)</source>
        <translation>Nomor &amp;rujukannya (boleh kosong)</translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation>&amp;Tiba pada</translation>
    </message>
    <message>
        <source>&amp;The letter</source>
        <translation>&amp;Suratnya</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>&amp;Deadline</source>
        <translation>Ten&amp;ggat</translation>
    </message>
    <message>
        <source>Say in a few words what the letter is about.</source>
        <translation>Tuliskan secara singkat pokok suratnya.</translation>
    </message>
</context>
<context>
    <name>AuthoritySaidDialog</name>
    <message>
        <source>What did the authority say?</source>
        <translation>Apa kata otoritas?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>AuthorityTable</name>
    <message>
        <source>Authority</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
</context>
<context>
    <name>BalancingSection</name>
    <message>
        <source>Weighing</source>
        <translation>Penimbangan</translation>
    </message>
    <message>
        <source>Both sides weighed, in your own words; it stays in the office</source>
        <translation>Kedua sisi ditimbang, dengan kata-kata Anda sendiri; tetap di kantor</translation>
    </message>
    <message>
        <source>Internal reasoning, apart from what the person reads</source>
        <translation>Pertimbangan internal, terpisah dari yang dibaca orangnya</translation>
    </message>
    <message>
        <source>A court, an authority or a request for access may bring even this text to light one day.</source>
        <translation>Pengadilan, otoritas, atau permintaan akses suatu hari dapat membuka teks ini juga.</translation>
    </message>
    <message>
        <source>Internal reasoning</source>
        <translation>Pertimbangan internal</translation>
    </message>
</context>
<context>
    <name>BasisCard</name>
    <message>
        <source>What the right follows from</source>
        <translation>Dasar timbulnya hak</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Batches</source>
        <translation>Surat massal</translation>
    </message>
    <message>
        <source>No letters to many yet. Narrow the list of cases, or mark some in it, and choose Write letters to these.</source>
        <translation>Belum ada surat massal. Persempit daftar perkara, atau tandai beberapa di dalamnya, lalu pilih Tulis surat untuk perkara ini.</translation>
    </message>
    <message>
        <source>&amp;Choose cases…</source>
        <translation>Pilih per&amp;kara…</translation>
    </message>
    <message>
        <source>Kind of letter</source>
        <translation>Jenis surat</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>Bahasa surat</translation>
    </message>
    <message>
        <source>&amp;Words that stand in every letter</source>
        <translation>K&amp;ata-kata yang ada dalam setiap surat</translation>
    </message>
    <message>
        <source>Cases of the batch</source>
        <translation>Perkara dalam surat massal</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Kemajuannya</translation>
    </message>
    <message>
        <source>&amp;Issue the letters</source>
        <translation>&amp;Terbitkan surat</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Be&amp;rhenti</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>&amp;Try the failed again</source>
        <translation>Coba lagi yang &amp;gagal</translation>
    </message>
    <message>
        <source>&amp;Print the issued…</source>
        <translation>&amp;Cetak yang terbit…</translation>
    </message>
    <message>
        <source>&amp;All batches</source>
        <translation>Sem&amp;ua surat massal</translation>
    </message>
    <message>
        <source>The letter of the case that is marked</source>
        <translation>Surat untuk perkara yang ditandai</translation>
    </message>
    <message>
        <source>The language of each request</source>
        <translation>Bahasa setiap permintaan</translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n surat massal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n perkara dipilih</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters to many</source>
        <translation>Surat massal</translation>
    </message>
    <message>
        <source>Checking {done} of {total}…</source>
        <translation>Memeriksa {done} dari {total}…</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) can be issued.</source>
        <translation>
            <numerusform>%n surat dapat diterbitkan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) cannot get one now; they are listed first and stay listed.</source>
        <translation>
            <numerusform>%n perkara belum dapat menerimanya; perkara itu tercantum paling atas dan tetap tercantum.</numerusform>
        </translation>
    </message>
    <message>
        <source>The letter cannot be shown.</source>
        <translation>Surat tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>Issue the letters</source>
        <translation>Terbitkan surat</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) get their number and are kept for good; none of them can be changed afterwards.</source>
        <translation>
            <numerusform>%n surat mendapat nomor dan disimpan selamanya; tidak satu pun dapat diubah sesudahnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>&amp;Terbitkan</translation>
    </message>
    <message>
        <source>{issued} issued, {failed} failed, {waiting} waiting</source>
        <translation>{issued} terbit, {failed} gagal, {waiting} menunggu</translation>
    </message>
    <message>
        <source>{rate} a second, about {seconds} s left</source>
        <translation>{rate} per detik, kira-kira {seconds} dtk lagi</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Letter or reason</source>
        <translation>Surat atau alasan</translation>
    </message>
</context>
<context>
    <name>BatchesTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Dimulai</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Terbit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gagal</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
</context>
<context>
    <name>BreachClocks</name>
    <message>
        <source>Who is to be told, and by when</source>
        <translation>Siapa yang harus diberi tahu, dan sampai kapan</translation>
    </message>
    <message>
        <source>The directory names no authority for this law and place.</source>
        <translation>Direktori tidak memuat otoritas untuk hukum dan tempat ini.</translation>
    </message>
    <message>
        <source>The rulebook of this law names no duty to tell anybody. Check it, and record the reason.</source>
        <translation>Himpunan aturan hukum ini tidak memuat kewajiban memberi tahu siapa pun. Periksa, lalu catat alasannya.</translation>
    </message>
    <message>
        <source>A clock of this law begins with: {event}. It is not recorded yet.</source>
        <translation>Satu jangka waktu hukum ini dimulai dengan: {event}. Hal itu belum dicatat.</translation>
    </message>
    <message>
        <source>Write the follow-up</source>
        <translation>Tulis pemberitahuan lanjutan</translation>
    </message>
    <message>
        <source>Write the notice</source>
        <translation>Tulis pemberitahuan</translation>
    </message>
    <message>
        <source>Record a notice…</source>
        <translation>Catat pemberitahuan…</translation>
    </message>
    <message>
        <source>People told…</source>
        <translation>Orang diberi tahu…</translation>
    </message>
    <message>
        <source>Not told because…</source>
        <translation>Tidak diberi tahu karena…</translation>
    </message>
    <message>
        <source>Everybody was told under this law, or left untold with a reason.</source>
        <translation>Menurut hukum ini, semua sudah diberi tahu, atau ada alasan mengapa tidak.</translation>
    </message>
</context>
<context>
    <name>BreachFacts</name>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Data lain</translation>
    </message>
    <message>
        <source>Who is affected</source>
        <translation>Siapa yang terdampak</translation>
    </message>
    <message>
        <source>such as: customers of the shop since 2024</source>
        <translation>misalnya: pelanggan toko sejak 2024</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Jumlah orang</translation>
    </message>
    <message>
        <source>Number of records</source>
        <translation>Jumlah catatan</translation>
    </message>
    <message>
        <source>These numbers are estimates</source>
        <translation>Jumlah ini perkiraan</translation>
    </message>
    <message>
        <source>Processor where it happened</source>
        <translation>Prosesor tempat kejadiannya</translation>
    </message>
    <message>
        <source>empty where it happened here</source>
        <translation>kosongkan bila terjadi di sini</translation>
    </message>
    <message>
        <source>Likely consequences</source>
        <translation>Kemungkinan akibat</translation>
    </message>
    <message>
        <source>What was done against it, and will be</source>
        <translation>Tindakan yang telah dan akan diambil</translation>
    </message>
    <message>
        <source>How the data were protected</source>
        <translation>Bagaimana data dilindungi</translation>
    </message>
    <message>
        <source>&amp;Save the facts</source>
        <translation>Simpan &amp;fakta</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>belum disimpan</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>Apa yang te&amp;rjadi</translation>
    </message>
    <message>
        <source>Kind of breach</source>
        <translation>Jenis kegagalan</translation>
    </message>
    <message>
        <source>Categories of data</source>
        <translation>Kategori data</translation>
    </message>
    <message>
        <source>Other da&amp;ta</source>
        <translation>&amp;Data lain</translation>
    </message>
    <message>
        <source>&amp;Who is affected</source>
        <translation>Siapa yang t&amp;erdampak</translation>
    </message>
    <message>
        <source>Likely &amp;consequences</source>
        <translation>Kemun&amp;gkinan akibat</translation>
    </message>
    <message>
        <source>What was &amp;done against it, and will be</source>
        <translation>Tindakan &amp;yang telah dan akan diambil</translation>
    </message>
    <message>
        <source>How the data were &amp;protected</source>
        <translation>Bagaimana data dilind&amp;ungi</translation>
    </message>
    <message>
        <source>P&amp;rocessor where it happened</source>
        <translation>Prosesor tempat ke&amp;jadiannya</translation>
    </message>
    <message>
        <source>&amp;Number of people</source>
        <translation>Jumlah &amp;orang</translation>
    </message>
    <message>
        <source>Number of r&amp;ecords</source>
        <translation>Jumla&amp;h catatan</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum diketahui</translation>
    </message>
</context>
<context>
    <name>BreachPanel</name>
    <message>
        <source>Risk for the people concerned</source>
        <translation>Risiko bagi orang-orang yang terdampak</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>Siapa yang diberi tahu</translation>
    </message>
    <message>
        <source>The assessment is recorded.</source>
        <translation>Penilaian tercatat.</translation>
    </message>
    <message>
        <source>The facts are kept.</source>
        <translation>Fakta tersimpan.</translation>
    </message>
    <message>
        <source>not assessed yet</source>
        <translation>belum dinilai</translation>
    </message>
    <message>
        <source>likelihood {likelihood}, severity {severity}</source>
        <translation>kemungkinan {likelihood}, keparahan {severity}</translation>
    </message>
    <message>
        <source>Assess &amp;anew…</source>
        <translation>Nila&amp;i ulang…</translation>
    </message>
    <message>
        <source>&amp;Assess the risk…</source>
        <translation>Nilai r&amp;isiko…</translation>
    </message>
    <message>
        <source>assessed {at}</source>
        <translation>dinilai {at}</translation>
    </message>
    <message>
        <source>Nobody was told yet.</source>
        <translation>Belum ada yang diberi tahu.</translation>
    </message>
    <message>
        <source>every law of the case</source>
        <translation>semua hukum dalam perkara ini</translation>
    </message>
    <message>
        <source>after the limit</source>
        <translation>lewat batas waktu</translation>
    </message>
    <message>
        <source>{hours} h after it was known</source>
        <translation>{hours} jam setelah diketahui</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message>
        <source>reference {reference}</source>
        <translation>nomor rujukan {reference}</translation>
    </message>
    <message>
        <source>by letter {letter}</source>
        <translation>dengan surat {letter}</translation>
    </message>
    <message>
        <source>The notice is recorded.</source>
        <translation>Pemberitahuan tercatat.</translation>
    </message>
    <message>
        <source>It is recorded that the people were told.</source>
        <translation>Tercatat bahwa orang-orangnya diberi tahu.</translation>
    </message>
    <message>
        <source>The reason is recorded.</source>
        <translation>Alasan tercatat.</translation>
    </message>
</context>
<context>
    <name>BreachRegister</name>
    <message>
        <source>Register of breaches</source>
        <translation>Daftar kegagalan pelindungan data pribadi</translation>
    </message>
    <message>
        <source>Number or words</source>
        <translation>Nomor atau kata</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>&amp;New breach…</source>
        <translation>Kegagalan ba&amp;ru…</translation>
    </message>
    <message>
        <source>Save as &amp;table…</source>
        <translation>Simpan sebagai &amp;tabel…</translation>
    </message>
    <message>
        <source>&amp;Print the register…</source>
        <translation>&amp;Cetak daftar…</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Penyimpanan dibuka hanya untuk dibaca.</translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es)</source>
        <translation>
            <numerusform>%n kegagalan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n sedang ditangani</numerusform>
        </translation>
    </message>
    <message>
        <source>No breach fits these filters.</source>
        <translation>Tidak ada kegagalan yang cocok dengan saringan ini.</translation>
    </message>
    <message>
        <source>No breach is on record.</source>
        <translation>Tidak ada kegagalan yang tercatat.</translation>
    </message>
    <message>
        <source>register-of-breaches</source>
        <translation>daftar-kegagalan-pelindungan-data-pribadi</translation>
    </message>
</context>
<context>
    <name>BreachTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Breach</source>
        <translation>Kegagalan</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Diketahui sejak</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Told under</source>
        <translation>Diberitahukan</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Next limit</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>belum dinilai</translation>
    </message>
    <message>
        <source>Hours from awareness to the first notice to an authority</source>
        <translation>Jam sejak diketahui sampai pemberitahuan pertama kepada otoritas</translation>
    </message>
</context>
<context>
    <name>BreachWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n mnt</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} jam {minutes} mnt</translation>
    </message>
    <message>
        <source>told after {length}</source>
        <translation>diberitahukan setelah {length}</translation>
    </message>
    <message>
        <source>{length} gone</source>
        <translation>{length} berlalu</translation>
    </message>
    <message>
        <source>told late</source>
        <translation>diberitahukan terlambat</translation>
    </message>
    <message>
        <source>{length} late</source>
        <translation>terlambat {length}</translation>
    </message>
    <message>
        <source>{length} left</source>
        <translation>sisa {length}</translation>
    </message>
    <message>
        <source>no number of hours or days: without delay</source>
        <translation>tanpa jumlah jam atau hari: tanpa penundaan</translation>
    </message>
    <message>
        <source>due {day}, to the end of the day in {zone}</source>
        <translation>tenggat {day}, sampai akhir hari di {zone}</translation>
    </message>
    <message>
        <source>due {at}</source>
        <translation>tenggat {at}</translation>
    </message>
    <message>
        <source>due {at} ({there})</source>
        <translation>tenggat {at} ({there})</translation>
    </message>
    <message>
        <source>counts from {day}</source>
        <translation>dihitung sejak {day}</translation>
    </message>
    <message>
        <source>told {day}</source>
        <translation>diberitahukan {day}</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Bundle of {number}</source>
        <translation>Berkas perkara {number}</translation>
    </message>
    <message>
        <source>&amp;Unredacted: every letter and every file</source>
        <translation>Ta&amp;npa penyuntingan: setiap surat dan setiap berkas</translation>
    </message>
    <message>
        <source>&amp;Redacted: only what is ticked</source>
        <translation>&amp;Disunting: hanya yang dicentang</translation>
    </message>
    <message>
        <source>Letters and files</source>
        <translation>Surat dan berkas</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Pilih…</translation>
    </message>
    <message>
        <source>How far the bundle is</source>
        <translation>Kemajuan berkas perkara</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Be&amp;rhenti</translation>
    </message>
    <message>
        <source>&amp;Make the bundle</source>
        <translation>&amp;Buat berkas perkara</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>&amp;Language of the bundle</source>
        <translation>B&amp;ahasa berkas perkara</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) and file(s)</source>
        <translation>
            <numerusform>%n surat atau berkas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n tidak disertakan</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the bundle</source>
        <translation>Folder untuk berkas perkara</translation>
    </message>
    <message>
        <source>The bundle is in {folder}.</source>
        <translation>Berkas perkara ada di {folder}.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Span</source>
        <translation>Rentang</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Six weeks</source>
        <translation>Enam minggu</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Every law in play</source>
        <translation>Semua hukum terkait</translation>
    </message>
    <message>
        <source>Export to &amp;calendar…</source>
        <translation>Ekspor ke &amp;kalender…</translation>
    </message>
    <message>
        <source>Add a &amp;day…</source>
        <translation>Tambah &amp;hari…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sesudahnya</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>{place} in {year}</source>
        <translation>{place} tahun {year}</translation>
    </message>
    <message>
        <source>No calendar covers: {places}.</source>
        <translation>Tidak ada kalender untuk: {places}.</translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) in this span</source>
        <translation>
            <numerusform>%n tenggat dalam rentang ini</numerusform>
        </translation>
    </message>
    <message>
        <source>Weekly rest day: {places}</source>
        <translation>Hari libur mingguan: {places}</translation>
    </message>
    <message>
        <source>Nothing ends on this day.</source>
        <translation>Tidak ada yang berakhir pada hari ini.</translation>
    </message>
    <message>
        <source>safe date</source>
        <translation>tanggal aman</translation>
    </message>
    <message>
        <source>Export the deadlines</source>
        <translation>Ekspor tenggat</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Berkas kalender (*.ics)</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another place.</source>
        <translation>Berkas tidak dapat ditulis di sana. Pilih tempat lain.</translation>
    </message>
    <message>
        <source>{file} was written. It holds case numbers and dates, and nothing about a person.</source>
        <translation>{file} telah ditulis. Isinya nomor perkara dan tanggal, tanpa data tentang seseorang.</translation>
    </message>
</context>
<context>
    <name>CarriedOutDialog</name>
    <message>
        <source>Carried out in {number}</source>
        <translation>Dilaksanakan dalam {number}</translation>
    </message>
    <message>
        <source>Record when the data were erased or restricted. This erases nothing by itself, and it is recorded once: a law may give hours from this moment to tell the person.</source>
        <translation>Catat kapan data dihapus atau dibatasi. Ini tidak menghapus apa pun, dan hanya dicatat sekali: hukum dapat memberi sekian jam sejak saat ini untuk memberi tahu orangnya.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>Carried out on</source>
        <translation>Dilaksanakan pada</translation>
    </message>
    <message>
        <source>&amp;What was carried out</source>
        <translation>Yang telah &amp;dilaksanakan</translation>
    </message>
    <message>
        <source>Carried out &amp;on</source>
        <translation>Dilaksanakan &amp;pada</translation>
    </message>
    <message>
        <source>Re&amp;mark (may stay empty)</source>
        <translation>Ke&amp;terangan (boleh kosong)</translation>
    </message>
    <message>
        <source>In which systems, by whom, and what the backups still hold. It stays with the case.</source>
        <translation>Di sistem mana, oleh siapa, dan apa yang masih ada dalam cadangan. Ini disimpan dalam perkara.</translation>
    </message>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Recorded. Write the letter next.</source>
        <translation>Tercatat. Selanjutnya tulis suratnya.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Tercatat.</translation>
    </message>
    <message>
        <source>Recorded. The clock goes on.</source>
        <translation>Dicatat. Jangka waktu berjalan lagi.</translation>
    </message>
    <message>
        <source>The event is recorded.</source>
        <translation>Peristiwa telah dicatat.</translation>
    </message>
    <message>
        <source>Recorded, with the reason.</source>
        <translation>Dicatat beserta alasannya.</translation>
    </message>
    <message>
        <source>Extended. The person must hear of it now: write and send the letter.</source>
        <translation>Diperpanjang. Pemohon harus segera diberi tahu: tulis dan kirim suratnya.</translation>
    </message>
    <message>
        <source>It is recorded as carried out.</source>
        <translation>Tercatat telah dilaksanakan.</translation>
    </message>
    <message>
        <source>The sending is recorded.</source>
        <translation>Pengiriman tercatat.</translation>
    </message>
    <message>
        <source>Keep files with {number}</source>
        <translation>Simpan berkas dengan {number}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>The note is kept.</source>
        <translation>Catatan tersimpan.</translation>
    </message>
    <message>
        <source>{number} is closed.</source>
        <translation>{number} ditutup.</translation>
    </message>
    <message>
        <source>{number} is open again.</source>
        <translation>{number} terbuka lagi.</translation>
    </message>
    <message>
        <source>{name} could not be read, or is larger than the {most} MB that are kept with a case.</source>
        <translation>{name} tidak dapat dibaca, atau lebih besar dari {most} MB yang dapat disimpan bersama perkara.</translation>
    </message>
    <message>
        <source>File not kept</source>
        <translation>Berkas tidak disimpan</translation>
    </message>
    <message>
        <source>{name} is kept.</source>
        <translation>{name} tersimpan.</translation>
    </message>
</context>
<context>
    <name>CaseFilePage</name>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Ikhtisar</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Penyimpanan dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>Not possible while the case stands at: {phase}.</source>
        <translation>Tidak dapat dilakukan selama perkara berada pada: {phase}.</translation>
    </message>
    <message>
        <source>Nothing is granted that could be carried out.</source>
        <translation>Tidak ada yang dikabulkan untuk dilaksanakan.</translation>
    </message>
    <message>
        <source>It is carried out and recorded.</source>
        <translation>Sudah dilaksanakan dan dicatat.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>known since {at}</source>
        <translation>diketahui sejak {at}</translation>
    </message>
    <message>
        <source>{channel} on {day}</source>
        <translation>{channel} pada {day}</translation>
    </message>
    <message>
        <source>identity verified {day}</source>
        <translation>identitas terbukti {day}</translation>
    </message>
    <message>
        <source>a date was set by hand</source>
        <translation>ada tanggal yang ditetapkan manual</translation>
    </message>
</context>
<context>
    <name>CasePreview</name>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Choose a case to see its next step.</source>
        <translation>Pilih perkara untuk melihat langkah berikutnya.</translation>
    </message>
    <message>
        <source>&amp;Open case</source>
        <translation>&amp;Buka perkara</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Buka perkara</translation>
    </message>
    <message>
        <source>Why this &amp;date?</source>
        <translation>&amp;Mengapa tanggal ini?</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
    <message>
        <source>No clock runs in this case.</source>
        <translation>Tidak ada tenggat yang berjalan dalam perkara ini.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>Cases that belong together</source>
        <translation>Perkara yang berkaitan</translation>
    </message>
    <message>
        <source>This is about</source>
        <translation>Ini mengenai</translation>
    </message>
    <message>
        <source>About this case</source>
        <translation>Mengenai perkara ini</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>Write: {letter}</source>
        <translation>Tulis: {letter}</translation>
    </message>
    <message>
        <source>&amp;Other</source>
        <translation>&amp;Lainnya</translation>
    </message>
    <message>
        <source>Other steps</source>
        <translation>Langkah lain</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>Why these dates?</source>
        <translation>Mengapa tanggal-tanggal ini?</translation>
    </message>
    <message>
        <source>All clocks of this case, to read, to print and to save</source>
        <translation>Semua jangka waktu perkara ini, untuk dibaca, dicetak, dan disimpan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>Seluruh riwayat</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>tenggat {day}</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Number or name</source>
        <translation>Nomor atau nama</translation>
    </message>
    <message>
        <source>Filter by number or name</source>
        <translation>Saring menurut nomor atau nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>&amp;Write letters to these…</source>
        <translation>Tulis su&amp;rat untuk perkara ini…</translation>
    </message>
    <message>
        <source>Write letters to these cases</source>
        <translation>Tulis surat untuk perkara-perkara ini</translation>
    </message>
    <message>
        <source>Filter: {what}</source>
        <translation>Saring: {what}</translation>
    </message>
    <message>
        <source>{what}: any</source>
        <translation>{what}: semua</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Pengaduan</translation>
    </message>
    <message>
        <source>Regulator matters</source>
        <translation>Perkara otoritas</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>Kegagalan pelindungan</translation>
    </message>
    <message>
        <source>No case fits these filters.</source>
        <translation>Tidak ada perkara yang cocok dengan saringan ini.</translation>
    </message>
    <message>
        <source>No case here yet. Import a mail or open a new case.</source>
        <translation>Belum ada perkara. Impor surel atau buka perkara baru.</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n perkara terbuka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed case(s)</source>
        <translation>
            <numerusform>%n perkara ditutup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in all</source>
        <translation>
            <numerusform>%n perkara seluruhnya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChaseDialog</name>
    <message>
        <source>Remind of {number}</source>
        <translation>Ingatkan tentang {number}</translation>
    </message>
    <message>
        <source>On that day the matter lies on the desk of the officer who keeps it: ask how it stands.</source>
        <translation>Pada hari itu perkara ada di meja petugas yang memegangnya: tanyakan perkembangannya.</translation>
    </message>
    <message>
        <source>&amp;Remind</source>
        <translation>&amp;Ingatkan</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Pada hari</translation>
    </message>
    <message>
        <source>&amp;What to do (may stay empty)</source>
        <translation>&amp;Yang harus dikerjakan (boleh kosong)</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Hari ini sudah lewat.</translation>
    </message>
</context>
<context>
    <name>CheckAuthorityDialog</name>
    <message>
        <source>Mark as checked: {authority}</source>
        <translation>Tandai sudah diperiksa: {authority}</translation>
    </message>
    <message>
        <source>You say that you compared this entry today, and that its address is right: {address}. From now on letters print it.</source>
        <translation>Anda menyatakan bahwa Anda membandingkan entri ini hari ini dan alamatnya benar: {address}. Mulai sekarang surat mencetaknya.</translation>
    </message>
    <message>
        <source>&amp;Mark as checked</source>
        <translation>&amp;Tandai sudah diperiksa</translation>
    </message>
    <message>
        <source>&amp;Checked against</source>
        <translation>&amp;Diperiksa dengan</translation>
    </message>
    <message>
        <source>such as the authority&apos;s own page and the day you read it, or a letter of theirs</source>
        <translation>misalnya halaman otoritas itu sendiri dan hari Anda membacanya, atau surat dari mereka</translation>
    </message>
    <message>
        <source>Say against what you checked it; a check rests on that.</source>
        <translation>Sebutkan dengan apa Anda memeriksanya; pemeriksaan bertumpu pada itu.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>There: {text}</source>
        <translation>Ada: {text}</translation>
    </message>
    <message>
        <source>Missing: {text}</source>
        <translation>Belum ada: {text}</translation>
    </message>
    <message>
        <source>Not known yet: {text}</source>
        <translation>Belum diketahui: {text}</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>set by the authority</source>
        <translation>ditetapkan otoritas</translation>
    </message>
    <message>
        <source>{day} received</source>
        <translation>{day} diterima</translation>
    </message>
    <message>
        <source>counts from {day}</source>
        <translation>dihitung sejak {day}</translation>
    </message>
    <message>
        <source>safe {day}</source>
        <translation>aman {day}</translation>
    </message>
    <message>
        <source>{day} if extended</source>
        <translation>{day} bila diperpanjang</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>dijawab {day}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>{day} before extension</source>
        <translation>{day} sebelum perpanjangan</translation>
    </message>
    <message>
        <source>reckoned {day}</source>
        <translation>hasil hitungan {day}</translation>
    </message>
    <message>
        <source>due {day}, set by hand</source>
        <translation>jatuh tempo {day}, ditetapkan manual</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>tenggat {day}</translation>
    </message>
    <message>
        <source>due {day}, safe {safe}</source>
        <translation>tenggat {day}, aman {safe}</translation>
    </message>
    <message>
        <source>paused since {day}</source>
        <translation>berhenti sejak {day}</translation>
    </message>
    <message>
        <source>paused {day} to {other}</source>
        <translation>berhenti {day} sampai {other}</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>set by hand</source>
        <translation>ditetapkan manual</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Why this date? {clock}</source>
        <translation>Mengapa tanggal ini? {clock}</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Perpanjang…</translation>
    </message>
    <message>
        <source>Extend: {clock}</source>
        <translation>Perpanjang: {clock}</translation>
    </message>
    <message>
        <source>Tell the person of a longer limit</source>
        <translation>Beri tahu pemohon tentang jangka waktu yang lebih panjang</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Statutory clocks</source>
        <translation>Tenggat menurut hukum</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Jangka waktu</translation>
    </message>
    <message>
        <source>No clock runs in this case.</source>
        <translation>Tidak ada jangka waktu yang berjalan dalam perkara ini.</translation>
    </message>
    <message>
        <source>{law} names no number of days for this: {duty}. Act without delay.</source>
        <translation>{law} tidak menyebut jumlah hari untuk ini: {duty}. Bertindaklah tanpa penundaan.</translation>
    </message>
    <message>
        <source>{law} names no number of days for {rights}: act without delay.</source>
        <translation>{law} tidak menyebut jumlah hari untuk {rights}: bertindaklah tanpa penundaan.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close {number}</source>
        <translation>Tutup {number}</translation>
    </message>
    <message>
        <source>The file is kept as it is and leaves the open list. It can be taken up again.</source>
        <translation>Berkas perkara disimpan apa adanya dan keluar dari daftar terbuka. Perkara dapat dibuka lagi.</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>&amp;Tutup perkara</translation>
    </message>
    <message>
        <source>&amp;Remark (may stay empty)</source>
        <translation>&amp;Keterangan (boleh kosong)</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>This is in the future. Record it when it has happened.</source>
        <translation>Ini di masa depan. Catat setelah terjadi.</translation>
    </message>
    <message>
        <source>Choose a time that exists.</source>
        <translation>Pilih waktu yang ada.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n bagian berbeda</numerusform>
        </translation>
    </message>
    <message>
        <source>The two texts are the same.</source>
        <translation>Kedua teks sama.</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>Perbedaan &amp;sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>Perbedaan &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
</context>
<context>
    <name>Complaint</name>
    <message>
        <source>This complaint can be decided by: {names}.</source>
        <translation>Pengaduan ini dapat diputuskan oleh: {names}.</translation>
    </message>
    <message>
        <source>No officer of this office can decide this complaint: somebody outside it must, and their decision is kept with the case.</source>
        <translation>Tidak ada petugas kantor ini yang dapat memutuskan pengaduan ini: orang di luar kantor yang harus memutuskannya, dan keputusannya disimpan dalam perkara.</translation>
    </message>
    <message>
        <source>{name} (you) {reasons}.</source>
        <translation>{name} (Anda) {reasons}.</translation>
    </message>
    <message>
        <source>{name} {reasons}.</source>
        <translation>{name} {reasons}.</translation>
    </message>
</context>
<context>
    <name>ComplaintIntakePage</name>
    <message>
        <source>Rights disputed</source>
        <translation>Hak yang dipersoalkan</translation>
    </message>
    <message>
        <source>Officers named</source>
        <translation>Petugas yang disebut</translation>
    </message>
    <message>
        <source>It disputes how these were handled; none stands for all</source>
        <translation>Penanganan hak ini dipersoalkan; tanpa pilihan berarti semuanya</translation>
    </message>
    <message>
        <source>The transfer at issue</source>
        <translation>Transfer yang dipersoalkan</translation>
    </message>
    <message>
        <source>Open complaint</source>
        <translation>Buka pengaduan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>Pengaduan baru</translation>
    </message>
    <message>
        <source>Every formal complaint in writing is investigated. An oral one is kept, and asked for in writing.</source>
        <translation>Setiap pengaduan resmi yang tertulis diselidiki. Yang lisan disimpan, dan bentuk tertulisnya diminta.</translation>
    </message>
    <message>
        <source>Kind of complaint</source>
        <translation>Jenis pengaduan</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Yang diadukan</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>Officers whom it names</source>
        <translation>Petugas yang disebut di dalamnya</translation>
    </message>
    <message>
        <source>Who took a disputed decision, and whom the complaint names, cannot decide it.</source>
        <translation>Yang mengambil keputusan yang dipersoalkan, dan yang disebut dalam pengaduan, tidak dapat memutuskannya.</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>Siapa yang mengadu</translation>
    </message>
    <message>
        <source>Then these clocks run</source>
        <translation>Lalu tenggat ini berjalan</translation>
    </message>
    <message>
        <source>Say all four things about the transfer.</source>
        <translation>Isi keempat hal tentang transfer.</translation>
    </message>
    <message>
        <source>No law of these counts days for a complaint to Onee. Answer without delay.</source>
        <translation>Tidak satu pun hukum ini menghitung hari untuk pengaduan kepada Onee. Jawablah tanpa penundaan.</translation>
    </message>
    <message>
        <source>{number} is open; its clocks run.</source>
        <translation>{number} terbuka; tenggatnya berjalan.</translation>
    </message>
</context>
<context>
    <name>ComplaintPanel</name>
    <message>
        <source>The complaint is decided. Write the outcome next.</source>
        <translation>Pengaduan sudah diputuskan. Sesudah ini, tulis hasilnya.</translation>
    </message>
    <message>
        <source>Passed on as {number}.</source>
        <translation>Diteruskan sebagai {number}.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Tercatat.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Selesai dikerjakan.</translation>
    </message>
</context>
<context>
    <name>ComplaintPerson</name>
    <message>
        <source>Name of the person</source>
        <translation>Nama orangnya</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Alamat pos</translation>
    </message>
    <message>
        <source>one line each, as on an envelope</source>
        <translation>satu baris masing-masing, seperti pada amplop</translation>
    </message>
    <message>
        <source>&amp;Someone else wrote for this person</source>
        <translation>&amp;Orang lain menulis untuk orang ini</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Siapa yang menulis</translation>
    </message>
    <message>
        <source>Their e-mail</source>
        <translation>Surelnya</translation>
    </message>
    <message>
        <source>By what they act</source>
        <translation>Bertindak berdasarkan</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Diterima pada</translation>
    </message>
    <message>
        <source>Answer in</source>
        <translation>Jawab dalam</translation>
    </message>
    <message>
        <source>Write the name of the person who complains.</source>
        <translation>Tulis nama orang yang mengadu.</translation>
    </message>
    <message>
        <source>Write the name of who wrote.</source>
        <translation>Tulis nama orang yang menulis.</translation>
    </message>
    <message>
        <source>Choose the place of each law.</source>
        <translation>Pilih tempat untuk setiap hukum.</translation>
    </message>
    <message>
        <source>Choose a time that exists.</source>
        <translation>Pilih waktu yang ada.</translation>
    </message>
    <message>
        <source>This is in the future. A clock runs from the day the complaint arrived.</source>
        <translation>Ini di masa depan. Jangka waktu berjalan sejak hari pengaduan tiba.</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>O&amp;rang</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>Sur&amp;el</translation>
    </message>
    <message>
        <source>Telep&amp;hone</source>
        <translation>Te&amp;lepon</translation>
    </message>
    <message>
        <source>Postal a&amp;ddress</source>
        <translation>Al&amp;amat pos</translation>
    </message>
    <message>
        <source>Wh&amp;o wrote</source>
        <translation>Siapa yan&amp;g menulis</translation>
    </message>
    <message>
        <source>Law and place</source>
        <translation>Hukum dan tempat</translation>
    </message>
    <message>
        <source>&amp;Received at</source>
        <translation>Diter&amp;ima pada</translation>
    </message>
    <message>
        <source>A&amp;nswer in</source>
        <translation>Ja&amp;wab dalam</translation>
    </message>
</context>
<context>
    <name>ComplaintScopeDialog</name>
    <message>
        <source>What {number} is about</source>
        <translation>Yang diadukan dalam {number}</translation>
    </message>
    <message>
        <source>Rights and officers can be added. None is taken away once it stands here: otherwise somebody whom the complaint is about could decide it.</source>
        <translation>Hak dan petugas dapat ditambah. Yang sudah ada di sini tidak dapat dihapus: kalau tidak, orang yang diadukan dapat memutuskannya sendiri.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Rights disputed</source>
        <translation>Hak yang dipersoalkan</translation>
    </message>
    <message>
        <source>Officers named</source>
        <translation>Petugas yang disebut</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Rights disputed</source>
        <translation>&amp;Hak yang dipersoalkan</translation>
    </message>
    <message>
        <source>&amp;Officers named in it</source>
        <translation>&amp;Petugas yang disebut di dalamnya</translation>
    </message>
    <message>
        <source>The &amp;transfer at issue</source>
        <translation>Trans&amp;fer yang dipersoalkan</translation>
    </message>
    <message>
        <source>Say all four things about the transfer.</source>
        <translation>Isi keempat hal tentang transfer.</translation>
    </message>
</context>
<context>
    <name>CorrespondenceCard</name>
    <message>
        <source>Correspondence</source>
        <translation>Korespondensi</translation>
    </message>
    <message>
        <source>Record their letter…</source>
        <translation>Catat suratnya…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Tulis…</translation>
    </message>
    <message>
        <source>in</source>
        <translation>masuk</translation>
    </message>
    <message>
        <source>out</source>
        <translation>keluar</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>File: {names}</source>
        <translation>Berkas: {names}</translation>
    </message>
    <message>
        <source>The authority&apos;s first letter</source>
        <translation>Surat pertama otoritas</translation>
    </message>
    <message>
        <source>Onee turned to the authority</source>
        <translation>Onee menghubungi otoritas</translation>
    </message>
</context>
<context>
    <name>CounterSection</name>
    <message>
        <source>What speaks against it</source>
        <translation>Yang menentangnya</translation>
    </message>
    <message>
        <source>Answer each in your own words; “does not apply, because …” is an answer.</source>
        <translation>Jawab masing-masing dengan kata-kata Anda sendiri; “tidak berlaku, karena …” adalah jawaban.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Terjadi kesalahan</translation>
    </message>
    <message>
        <source>The workbench made a mistake</source>
        <translation>Program membuat kesalahan</translation>
    </message>
    <message>
        <source>What was being done was not finished, and nothing of it was written. What was saved before is safe. The report below names only places in the program, nobody&apos;s data; send it to whoever looks after it.</source>
        <translation>Yang sedang dikerjakan tidak selesai, dan tidak ada bagiannya yang ditulis. Yang sudah disimpan sebelumnya aman. Laporan di bawah hanya menyebut tempat dalam program, bukan data siapa pun; kirimkan kepada yang merawatnya.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>A new store</source>
        <translation>Penyimpanan baru</translation>
    </message>
    <message>
        <source>One folder holds the office&apos;s cases, encrypted. Nobody can open it without a passphrase or the recovery code.</source>
        <translation>Satu folder memuat perkara kantor, terenkripsi. Tidak seorang pun dapat membukanya tanpa frasa sandi atau kode pemulihan.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Pejabat pelindungan data</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Nama kantor</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Your title</source>
        <translation>Jabatan Anda</translation>
    </message>
    <message>
        <source>Home law</source>
        <translation>Hukum asal</translation>
    </message>
    <message>
        <source>Home place</source>
        <translation>Tempat asal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Frasa sandi sekali lagi</translation>
    </message>
    <message>
        <source>Four or five unrelated words are stronger than one word with signs in it, and easier to remember.</source>
        <translation>Empat atau lima kata yang tidak berkaitan lebih kuat daripada satu kata dengan tanda baca, dan lebih mudah diingat.</translation>
    </message>
    <message>
        <source>Make the store</source>
        <translation>Buat penyimpanan</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Buka penyimpanan lain…</translation>
    </message>
    <message>
        <source>Making the store…</source>
        <translation>Membuat penyimpanan…</translation>
    </message>
    <message>
        <source>Folder of the new store</source>
        <translation>Folder penyimpanan baru</translation>
    </message>
    <message>
        <source>Choose a folder for the store.</source>
        <translation>Pilih folder untuk penyimpanan.</translation>
    </message>
    <message>
        <source>Type the name of the office.</source>
        <translation>Ketik nama kantor.</translation>
    </message>
    <message>
        <source>Type your name; letters and the journal name who acted.</source>
        <translation>Ketik nama Anda; surat dan jurnal menyebut siapa yang bertindak.</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Ketik frasa sandi.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>Kedua frasa sandi berbeda. Ketik yang sama dua kali.</translation>
    </message>
</context>
<context>
    <name>DamagedPage</name>
    <message>
        <source>The store is damaged</source>
        <translation>Penyimpanan rusak</translation>
    </message>
    <message>
        <source>Nothing was written. The damaged files are kept when a backup takes their place.</source>
        <translation>Tidak ada yang ditulis. Berkas yang rusak tetap disimpan bila cadangan menggantikannya.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>{when}, {ago}</source>
        <translation>{when}, {ago}</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Pulihkan cadangan ini</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>Pilih cadangan…</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Buka penyimpanan lain…</translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation>Cadangan yang akan dipulihkan</translation>
    </message>
</context>
<context>
    <name>DeadlineRow</name>
    <message>
        <source>set by hand</source>
        <translation>ditetapkan manual</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Why this date? {what}</source>
        <translation>Mengapa tanggal ini? {what}</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
</context>
<context>
    <name>DecideComplaintDialog</name>
    <message>
        <source>Decide {number}</source>
        <translation>Putuskan {number}</translation>
    </message>
    <message>
        <source>The decision closes the investigation: what was asked and found stays as it is. What is put right becomes a task of whoever does it. The letter of outcome tells the reasons and the way to the authority.</source>
        <translation>Keputusan menutup penyelidikan: yang ditanyakan dan ditemukan tetap seperti adanya. Perbaikan menjadi tugas yang mengerjakannya. Surat hasil memuat alasan dan jalan ke otoritas.</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>Put&amp;uskan</translation>
    </message>
    <message>
        <source>Choose the outcome</source>
        <translation>Pilih hasilnya</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>you: {name}</source>
        <translation>Anda: {name}</translation>
    </message>
    <message>
        <source>somebody outside the office</source>
        <translation>orang di luar kantor</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Pilih berkasnya</translation>
    </message>
    <message>
        <source>Attach it to the case first</source>
        <translation>Lampirkan dahulu pada perkara</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Hasil</translation>
    </message>
    <message>
        <source>&amp;Reasons</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>The letter of outcome begins with them.</source>
        <translation>Surat hasil diawali dengannya.</translation>
    </message>
    <message>
        <source>&amp;Who decides</source>
        <translation>&amp;Siapa yang memutuskan</translation>
    </message>
    <message>
        <source>Name and &amp;position</source>
        <translation>&amp;Nama dan jabatan</translation>
    </message>
    <message>
        <source>Their decision, kept with the &amp;case</source>
        <translation>Keputusannya, disimpan dalam per&amp;kara</translation>
    </message>
    <message>
        <source>A letter or mail in which they decide. You only write it down.</source>
        <translation>Surat atau surel yang memuat keputusannya. Anda hanya menuliskannya.</translation>
    </message>
    <message>
        <source>Choose how the complaint ended.</source>
        <translation>Pilih bagaimana pengaduan berakhir.</translation>
    </message>
    <message>
        <source>Nothing was investigated yet: put at least one question and answer it.</source>
        <translation>Belum ada yang diselidiki: ajukan sedikitnya satu pertanyaan dan jawab.</translation>
    </message>
    <message>
        <source>No finding with evidence yet for: {numbers}.</source>
        <translation>Belum ada temuan beserta bukti untuk: {numbers}.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Sebutkan alasannya.</translation>
    </message>
    <message>
        <source>Say who decided, with their position.</source>
        <translation>Sebutkan siapa yang memutuskan, beserta jabatannya.</translation>
    </message>
    <message>
        <source>Their decision must be kept with the case.</source>
        <translation>Keputusannya harus disimpan dalam perkara.</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Decision of the authority</source>
        <translation>Keputusan otoritas</translation>
    </message>
    <message>
        <source>Record the decision…</source>
        <translation>Catat keputusan…</translation>
    </message>
    <message>
        <source>The authority has not decided.</source>
        <translation>Otoritas belum memutuskan.</translation>
    </message>
    <message>
        <source>over</source>
        <translation>lewat</translation>
    </message>
    <message>
        <source>Can be contested until {day}</source>
        <translation>Dapat digugat sampai {day}</translation>
    </message>
    <message>
        <source>{told}, before: {court}</source>
        <translation>{told}, di: {court}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>paling lambat {day}</translation>
    </message>
    <message>
        <source>Decided anew in {number}: {phase}</source>
        <translation>Diputuskan ulang dalam {number}: {phase}</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Reason, as the person reads it</source>
        <translation>Alasan, sebagaimana dibaca orangnya</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Catatan internal</translation>
    </message>
    <message>
        <source>&amp;Record decision</source>
        <translation>Catat &amp;keputusan</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Daftar rincian</translation>
    </message>
    <message>
        <source>One row for each category: the letter prints it as a table. Insert adds a row, Ctrl+Delete removes one.</source>
        <translation>Satu baris untuk setiap kategori: surat mencetaknya sebagai tabel. Insert menambah baris, Ctrl+Delete menghapusnya.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>belum diputuskan</translation>
    </message>
    <message>
        <source>&amp;Replace decision</source>
        <translation>&amp;Ganti keputusan</translation>
    </message>
    <message>
        <source>Something is still missing.</source>
        <translation>Masih ada yang kurang.</translation>
    </message>
    <message>
        <source>This decision is recorded already.</source>
        <translation>Keputusan ini sudah dicatat.</translation>
    </message>
    <message>
        <source>The case permits no decision where it stands.</source>
        <translation>Pada tahap ini perkara tidak mengizinkan keputusan.</translation>
    </message>
    <message>
        <source>Nothing is decided that is still to be told.</source>
        <translation>Tidak ada keputusan yang masih harus diberitahukan.</translation>
    </message>
    <message>
        <source>Record the decision and draft its letter first: they are approved together.</source>
        <translation>Catat keputusan dan buat konsep suratnya lebih dahulu: keduanya disetujui bersama.</translation>
    </message>
    <message>
        <source>It is approved, exactly as it is now.</source>
        <translation>Sudah disetujui, tepat seperti sekarang.</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Penyimpanan dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>What the person rea&amp;ds</source>
        <translation>Yang diba&amp;ca orangnya</translation>
    </message>
    <message>
        <source>Internal &amp;note; it stays in the office and in no letter</source>
        <translation>Cata&amp;tan internal; tetap di kantor dan tidak ada dalam surat</translation>
    </message>
    <message>
        <source>What the person rea&amp;ds (required)</source>
        <translation>Yang diba&amp;ca orangnya (wajib)</translation>
    </message>
    <message>
        <source>What the person rea&amp;ds (may be left empty)</source>
        <translation>Yang diba&amp;ca orangnya (boleh kosong)</translation>
    </message>
    <message>
        <source>The decision on {right} is recorded. Tell the person with a letter.</source>
        <translation>Keputusan tentang {right} tercatat. Beri tahu orangnya dengan surat.</translation>
    </message>
</context>
<context>
    <name>DecisionSide</name>
    <message>
        <source>What the decision needs</source>
        <translation>Yang diperlukan keputusan ini</translation>
    </message>
    <message>
        <source>The letter that would tell this decision</source>
        <translation>Surat yang akan memberitahukan keputusan ini</translation>
    </message>
    <message>
        <source>&amp;Record decision</source>
        <translation>Catat &amp;keputusan</translation>
    </message>
    <message>
        <source>Draft le&amp;tter</source>
        <translation>Konsep su&amp;rat</translation>
    </message>
    <message>
        <source>As&amp;k for approval…</source>
        <translation>M&amp;inta persetujuan…</translation>
    </message>
    <message>
        <source>&amp;Give approval…</source>
        <translation>B&amp;eri persetujuan…</translation>
    </message>
    <message>
        <source>Use the &amp;exception…</source>
        <translation>Pakai pengec&amp;ualian…</translation>
    </message>
    <message>
        <source>Record as carried o&amp;ut…</source>
        <translation>Catat telah dilaksa&amp;nakan…</translation>
    </message>
    <message>
        <source>Review &amp;packet…</source>
        <translation>Paket tin&amp;jauan…</translation>
    </message>
    <message>
        <source>Print doss&amp;ier…</source>
        <translation>Cet&amp;ak berkas pertimbangan…</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Kesiapan</translation>
    </message>
    <message>
        <source>Decided so far</source>
        <translation>Yang sudah diputuskan</translation>
    </message>
    <message>
        <source>Left to do</source>
        <translation>Yang masih harus dilakukan</translation>
    </message>
    <message>
        <source>Letter preview</source>
        <translation>Pratinjau surat</translation>
    </message>
    <message>
        <source>Earlier decisions on this right</source>
        <translation>Keputusan terdahulu atas hak ini</translation>
    </message>
    <message>
        <source>Read the dossier of {when}</source>
        <translation>Baca berkas pertimbangan tanggal {when}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>Selesai: {task}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}, told to the person</source>
        <translation>{when}, sudah diberitahukan kepada orangnya</translation>
    </message>
    <message>
        <source>{when}, not told yet</source>
        <translation>{when}, belum diberitahukan</translation>
    </message>
    <message>
        <source>carried out {when}</source>
        <translation>dilaksanakan {when}</translation>
    </message>
    <message>
        <source>Letters: {numbers}</source>
        <translation>Surat: {numbers}</translation>
    </message>
    <message>
        <source>Grounds: {grounds}</source>
        <translation>Dasar: {grounds}</translation>
    </message>
    <message>
        <source>Without words of its own</source>
        <translation>Tanpa kata-kata sendiri</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Record that {number} arrived</source>
        <translation>Catat bahwa {number} sudah sampai</translation>
    </message>
    <message>
        <source>Delivery moves no deadline; it is the proof to show when someone says that the letter never came.</source>
        <translation>Penerimaan tidak menggeser tenggat; ini bukti yang ditunjukkan bila ada yang mengatakan suratnya tidak pernah sampai.</translation>
    </message>
    <message>
        <source>&amp;Record the delivery</source>
        <translation>&amp;Catat penerimaan</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>Sampai pada</translation>
    </message>
    <message>
        <source>for example: tracking number, read receipt, signature</source>
        <translation>misalnya: nomor lacak, konfirmasi baca, tanda tangan</translation>
    </message>
    <message>
        <source>Arrived &amp;on</source>
        <translation>&amp;Sampai pada</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>&amp;Bukti</translation>
    </message>
    <message>
        <source>This is before the letter was sent.</source>
        <translation>Ini sebelum surat dikirim.</translation>
    </message>
</context>
<context>
    <name>DetailsSection</name>
    <message>
        <source>What was done</source>
        <translation>Yang dilakukan</translation>
    </message>
    <message>
        <source>What was put right</source>
        <translation>Yang diperbaiki</translation>
    </message>
    <message>
        <source>Where it stood</source>
        <translation>Tempat data itu</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Yang keliru</translation>
    </message>
    <message>
        <source>What it became</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>What was switched off</source>
        <translation>Yang dihentikan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>The logic: how the machine decides</source>
        <translation>Logikanya: cara mesin memutuskan</translation>
    </message>
    <message>
        <source>Its significance for the person</source>
        <translation>Artinya bagi orangnya</translation>
    </message>
    <message>
        <source>Its consequences</source>
        <translation>Akibatnya</translation>
    </message>
    <message>
        <source>Which data</source>
        <translation>Data yang mana</translation>
    </message>
    <message>
        <source>In which format</source>
        <translation>Dalam format apa</translation>
    </message>
    <message>
        <source>Sent where, and how</source>
        <translation>Dikirim ke mana, dan bagaimana</translation>
    </message>
    <message>
        <source>Recipients who were told</source>
        <translation>Penerima data yang diberi tahu</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Penerima data</translation>
    </message>
    <message>
        <source>Recipients whom the law wants told become tasks when the decision is recorded.</source>
        <translation>Penerima data yang menurut hukum harus diberi tahu menjadi tugas ketika keputusan dicatat.</translation>
    </message>
</context>
<context>
    <name>DispatchDialog</name>
    <message>
        <source>Record that {number} was sent</source>
        <translation>Catat bahwa {number} dikirim</translation>
    </message>
    <message>
        <source>The clock that this letter answers stops at the moment of sending, not at the moment of recording.</source>
        <translation>Tenggat yang dijawab surat ini berhenti pada saat pengiriman, bukan pada saat pencatatan.</translation>
    </message>
    <message>
        <source>&amp;Record the sending</source>
        <translation>&amp;Catat pengiriman</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Dikirim pada</translation>
    </message>
    <message>
        <source>Sent &amp;by</source>
        <translation>Dikirim &amp;lewat</translation>
    </message>
    <message>
        <source>Item &amp;number</source>
        <translation>&amp;Nomor kiriman</translation>
    </message>
    <message>
        <source>The number on the receipt of the post or the courier; with it the item can be followed.</source>
        <translation>Nomor pada tanda terima pos atau kurir; dengan nomor itu kiriman dapat dilacak.</translation>
    </message>
    <message>
        <source>Sent &amp;to</source>
        <translation>Dikirim &amp;kepada</translation>
    </message>
    <message>
        <source>The address it went to: as on the envelope, or the e-mail address.</source>
        <translation>Alamat tujuannya: seperti pada amplop, atau alamat surel.</translation>
    </message>
    <message>
        <source>Write the number of the item: it is the proof that it was handed in.</source>
        <translation>Tulis nomor kiriman: nomor itu bukti bahwa kiriman telah diserahkan.</translation>
    </message>
    <message>
        <source>Sent &amp;on</source>
        <translation>&amp;Dikirim pada</translation>
    </message>
    <message>
        <source>Say where the letter went.</source>
        <translation>Sebutkan ke mana surat itu dikirim.</translation>
    </message>
</context>
<context>
    <name>DispatchRunDialog</name>
    <message>
        <source>Record that {number} was sent</source>
        <translation>Catat bahwa {number} dikirim</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left together, each to its own address. The clocks that they answer stop at the moment of sending, not at the moment of recording.</source>
        <translation>
            <numerusform>%n surat keluar bersama, masing-masing ke alamatnya sendiri. Tenggat yang dijawabnya berhenti pada saat pengiriman, bukan pada saat pencatatan.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Record the sending</source>
        <translation>&amp;Catat pengiriman</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Dikirim pada</translation>
    </message>
    <message>
        <source>Item number of {letter}</source>
        <translation>Nomor kiriman {letter}</translation>
    </message>
    <message>
        <source>item number</source>
        <translation>nomor kiriman</translation>
    </message>
    <message>
        <source>Sent &amp;by</source>
        <translation>Dikirim &amp;lewat</translation>
    </message>
    <message>
        <source>Sent &amp;on</source>
        <translation>&amp;Dikirim pada</translation>
    </message>
    <message>
        <source>Item &amp;numbers</source>
        <translation>&amp;Nomor kiriman</translation>
    </message>
    <message>
        <source>Write the number of every item: it is the proof that it was handed in.</source>
        <translation>Tulis nomor setiap kiriman: nomor itu bukti bahwa kiriman telah diserahkan.</translation>
    </message>
    <message>
        <source>Two items have the same number.</source>
        <translation>Dua kiriman bernomor sama.</translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Earlier request {number}, {day}</source>
        <translation>Permintaan terdahulu {number}, {day}</translation>
    </message>
    <message>
        <source>{needed} h of {there} h</source>
        <translation>{needed} jam dari {there} jam</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Upaya</translation>
    </message>
    <message>
        <source>Against: {factor}</source>
        <translation>Menentang: {factor}</translation>
    </message>
    <message>
        <source>weighed and not taken</source>
        <translation>ditimbang dan tidak diambil</translation>
    </message>
    <message>
        <source>Withheld: {item} ({whose})</source>
        <translation>Ditahan: {item} ({whose})</translation>
    </message>
    <message>
        <source>Stays: {category}</source>
        <translation>Tetap: {category}</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>Penimbangan</translation>
    </message>
    <message>
        <source>Internal reasoning</source>
        <translation>Pertimbangan internal</translation>
    </message>
    <message>
        <source>a file that is no longer here</source>
        <translation>berkas yang tidak ada lagi di sini</translation>
    </message>
    <message>
        <source>{name}, line {line}</source>
        <translation>{name}, baris {line}</translation>
    </message>
    <message>
        <source>Proportion</source>
        <translation>Kesebandingan</translation>
    </message>
    <message>
        <source>Provision and scope</source>
        <translation>Ketentuan dan cakupan</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Dihentikan</translation>
    </message>
    <message>
        <source>Decided by a machine</source>
        <translation>Diputuskan oleh mesin</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Diberi tahu</translation>
    </message>
</context>
<context>
    <name>DossierEditor</name>
    <message>
        <source>Dossier</source>
        <translation>Berkas pertimbangan</translation>
    </message>
</context>
<context>
    <name>DossierPapers</name>
    <message>
        <source>For the &amp;file, with the internal reasoning</source>
        <translation>Untuk &amp;berkas, dengan pertimbangan internal</translation>
    </message>
    <message>
        <source>For an &amp;authority, without it</source>
        <translation>Untuk &amp;otoritas, tanpa pertimbangan internal</translation>
    </message>
    <message>
        <source>This copy holds the internal reasoning and stays in the office.</source>
        <translation>Salinan ini memuat pertimbangan internal dan tetap di kantor.</translation>
    </message>
    <message>
        <source>This copy leaves the internal reasoning out.</source>
        <translation>Salinan ini tidak memuat pertimbangan internal.</translation>
    </message>
    <message>
        <source>Dossier {name}</source>
        <translation>Berkas pertimbangan {name}</translation>
    </message>
</context>
<context>
    <name>DossierViewDialog</name>
    <message>
        <source>What the person reads</source>
        <translation>Yang dibaca pemohon</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Have counsel confirm this rule: {sure}.</source>
        <translation>Mintalah penasihat hukum mengonfirmasi aturan ini: {sure}.</translation>
    </message>
    <message>
        <source>Check the date of this holiday, the calendar only estimates it: {name}.</source>
        <translation>Periksa tanggal hari libur ini, kalender hanya memperkirakannya: {name}.</translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>until an hour</source>
        <translation>sampai jam tertentu</translation>
    </message>
    <message>
        <source>Hour of: {label}</source>
        <translation>Jam: {label}</translation>
    </message>
    <message>
        <source>Time zone of: {label}</source>
        <translation>Zona waktu untuk: {label}</translation>
    </message>
    <message>
        <source>This hour does not exist on that day. Choose another.</source>
        <translation>Jam ini tidak ada pada hari itu. Pilih yang lain.</translation>
    </message>
</context>
<context>
    <name>DueTable</name>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>Kewajiban</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>set by the authority</source>
        <translation>ditetapkan otoritas</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>tenggat {day}</translation>
    </message>
    <message>
        <source>safe {day}</source>
        <translation>aman {day}</translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message>
        <source>target passed</source>
        <translation>target terlewat</translation>
    </message>
    <message>
        <source>target: {left}</source>
        <translation>target: {left}</translation>
    </message>
    <message>
        <source>not owed</source>
        <translation>tidak wajib</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>tidak ada tenggat</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>berhenti</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>tepat waktu</translation>
    </message>
    <message>
        <source>answered late</source>
        <translation>dijawab terlambat</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>gugur</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>belum mulai</translation>
    </message>
    <message>
        <source>no fixed date</source>
        <translation>tanpa tanggal pasti</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tanpa tanggal</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
</context>
<context>
    <name>EarlierSection</name>
    <message>
        <source>Earlier requests</source>
        <translation>Permintaan terdahulu</translation>
    </message>
    <message>
        <source>Earlier requests of the same person</source>
        <translation>Permintaan terdahulu dari orang yang sama</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Hasilnya</translation>
    </message>
    <message>
        <source>Until the next request</source>
        <translation>Sampai permintaan berikutnya</translation>
    </message>
    <message>
        <source>What had changed by then</source>
        <translation>Yang telah berubah saat itu</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier request(s) of this person, found by e-mail address and name.</source>
        <translation>
            <numerusform>%n permintaan terdahulu dari orang ini, ditemukan menurut alamat surel dan nama.</numerusform>
        </translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>belum diputuskan</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n hari</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditAuthorityDialog</name>
    <message>
        <source>Edit the entry: {authority}</source>
        <translation>Ubah entri: {authority}</translation>
    </message>
    <message>
        <source>This changes the office&apos;s own copy. A changed name or address counts as unchecked, unless you say against what you checked it. The journal keeps who changed which fields, and when.</source>
        <translation>Ini mengubah salinan kantor sendiri. Nama atau alamat yang diubah dianggap belum diperiksa, kecuali Anda menyebut dengan apa Anda memeriksanya. Jurnal menyimpan siapa yang mengubah bagian mana, dan kapan.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Name in its own language</source>
        <translation>&amp;Nama dalam bahasanya sendiri</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>Nama dalam bahasa &amp;Inggris</translation>
    </message>
    <message>
        <source>&amp;Address, line by line</source>
        <translation>&amp;Alamat, baris demi baris</translation>
    </message>
    <message>
        <source>C&amp;hecked against</source>
        <translation>&amp;Diperiksa dengan</translation>
    </message>
    <message>
        <source>leave empty if you did not check the address</source>
        <translation>kosongkan bila Anda tidak memeriksa alamatnya</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>codes such as de, fr</source>
        <translation>kode seperti de, fr</translation>
    </message>
    <message>
        <source>&amp;Web site</source>
        <translation>Situs &amp;web</translation>
    </message>
    <message>
        <source>Web &amp;form</source>
        <translation>&amp;Formulir web</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Sur&amp;el</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Tele&amp;pon</translation>
    </message>
    <message>
        <source>Enter the name; letters are addressed to it.</source>
        <translation>Isi namanya; surat ditujukan kepadanya.</translation>
    </message>
    <message>
        <source>There is no address that could have been checked.</source>
        <translation>Tidak ada alamat yang dapat diperiksa.</translation>
    </message>
</context>
<context>
    <name>EffortSection</name>
    <message>
        <source>Effort</source>
        <translation>Upaya</translation>
    </message>
    <message>
        <source>Systems to search</source>
        <translation>Sistem yang harus dicari</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>Minutes of work</source>
        <translation>Menit kerja</translation>
    </message>
    <message>
        <source>+ system</source>
        <translation>+ sistem</translation>
    </message>
    <message>
        <source>How the numbers were found</source>
        <translation>Cara memperoleh angkanya</translation>
    </message>
    <message>
        <source>Hours that the office has until the answer is due</source>
        <translation>Jam yang dimiliki kantor sampai tenggat jawaban</translation>
    </message>
    <message>
        <source>Together {needed} h of {there} h</source>
        <translation>Seluruhnya {needed} jam dari {there} jam</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Take away</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Take entry {number} away</source>
        <translation>Hapus butir {number}</translation>
    </message>
</context>
<context>
    <name>EnvelopesDialog</name>
    <message numerus="yes">
        <source>Envelopes or labels for %n letter(s)</source>
        <translation>
            <numerusform>Amplop atau label untuk %n surat</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;First label</source>
        <translation>Label &amp;pertama</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Simpan PDF…</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>&amp;Kertas</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>label</translation>
    </message>
    <message>
        <source>envelopes</source>
        <translation>amplop</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Posting list of {what}</source>
        <translation>Daftar pengeposan {what}</translation>
    </message>
    <message>
        <source>posting-list-{what}</source>
        <translation>daftar-pengeposan-{what}</translation>
    </message>
    <message>
        <source>dispatch-register</source>
        <translation>buku-pengiriman</translation>
    </message>
    <message>
        <source>Print run {number} is kept with its posting list. Record there that it was sent.</source>
        <translation>Kumpulan cetak {number} disimpan beserta daftar pengeposannya. Catat pengirimannya di sana.</translation>
    </message>
</context>
<context>
    <name>EventPreview</name>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
    <message>
        <source>No clock runs in this case.</source>
        <translation>Tidak ada jangka waktu yang berjalan dalam perkara ini.</translation>
    </message>
    <message>
        <source>No clock would move.</source>
        <translation>Tidak ada jangka waktu yang bergeser.</translation>
    </message>
</context>
<context>
    <name>EvidenceChips</name>
    <message>
        <source>Evidence for: {factor}</source>
        <translation>Bukti untuk: {factor}</translation>
    </message>
    <message>
        <source>a file that is no longer here</source>
        <translation>berkas yang tidak ada lagi di sini</translation>
    </message>
    <message>
        <source>{name}, line {line}</source>
        <translation>{name}, baris {line}</translation>
    </message>
    <message>
        <source>Take away: {evidence}</source>
        <translation>Hapus: {evidence}</translation>
    </message>
    <message>
        <source>+ evidence</source>
        <translation>+ bukti</translation>
    </message>
    <message>
        <source>Add evidence for: {factor}</source>
        <translation>Tambah bukti untuk: {factor}</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>No file is kept with this case yet. Add one, or drop it here.</source>
        <translation>Belum ada berkas yang disimpan dengan perkara ini. Tambahkan, atau seret ke sini.</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Tambah berkas…</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Lihat</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Simpan salinan…</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Teks berkas</translation>
    </message>
    <message>
        <source>Pages of the file</source>
        <translation>Halaman berkas</translation>
    </message>
    <message>
        <source>kept byte for byte</source>
        <translation>disimpan bita demi bita</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Berkasnya</translation>
    </message>
    <message>
        <source>Press Enter to look at the file here. It is not opened with another program.</source>
        <translation>Tekan Enter untuk melihat berkas di sini. Berkas tidak dibuka dengan program lain.</translation>
    </message>
    <message>
        <source>The file is too large to be shown here. Save a copy to look at it.</source>
        <translation>Berkas terlalu besar untuk ditampilkan di sini. Simpan salinan untuk melihatnya.</translation>
    </message>
    <message>
        <source>This file says it is a PDF, but it cannot be shown. Its bytes are kept as they are.</source>
        <translation>Berkas ini mengaku PDF, tetapi tidak dapat ditampilkan. Bitanya disimpan apa adanya.</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. Save a copy to look at it with a program you trust.</source>
        <translation>Jenis berkas ini tidak ditampilkan di sini. Simpan salinan untuk melihatnya dengan program yang Anda percayai.</translation>
    </message>
    <message>
        <source>This picture cannot be shown. Its bytes are kept as they are.</source>
        <translation>Gambar ini tidak dapat ditampilkan. Bitanya disimpan apa adanya.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>A copy was saved as {name}. It is not encrypted.</source>
        <translation>Salinan disimpan sebagai {name}. Salinan itu tidak terenkripsi.</translation>
    </message>
    <message>
        <source>The copy could not be written: {why}</source>
        <translation>Salinan tidak dapat ditulis: {why}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Tidak disimpan</translation>
    </message>
</context>
<context>
    <name>EvidenceRefDialog</name>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tambah</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>seluruh berkas</translation>
    </message>
    <message>
        <source>&amp;What proves it</source>
        <translation>&amp;Yang membuktikannya</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Baris</translation>
    </message>
    <message>
        <source>counted from 1 in the text of the file</source>
        <translation>dihitung dari 1 dalam teks berkas</translation>
    </message>
    <message>
        <source>&amp;Text of the file</source>
        <translation>Isi be&amp;rkas</translation>
    </message>
</context>
<context>
    <name>EvidenceTable</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Kept since</source>
        <translation>Disimpan sejak</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ExceptionDialog</name>
    <message>
        <source>Go without a second officer</source>
        <translation>Tanpa petugas kedua</translation>
    </message>
    <message>
        <source>The office has one officer and has set this exception. The journal and the file copy of the letter will say so, with your reason.</source>
        <translation>Kantor hanya memiliki satu petugas dan menetapkan pengecualian ini. Jurnal dan salinan berkas surat akan menyatakannya, beserta alasan Anda.</translation>
    </message>
    <message>
        <source>&amp;Use the exception</source>
        <translation>&amp;Pakai pengecualian</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Say why nobody else can look at it.</source>
        <translation>Sebutkan mengapa tidak ada orang lain yang dapat memeriksanya.</translation>
    </message>
</context>
<context>
    <name>ExportPacketDialog</name>
    <message>
        <source>Review packet of {number}: {right}</source>
        <translation>Paket tinjauan {number}: {right}</translation>
    </message>
    <message>
        <source>The whole case goes into one sealed file that another officer opens at another workbench: request, history, decision, dossier, letter, evidence. Tell them the passphrase by telephone, never with the file. Their signed answer counts for exactly this content.</source>
        <translation>Seluruh perkara masuk ke satu berkas tersegel yang dibuka petugas lain dengan program ini di tempat lain: permohonan, riwayat, keputusan, berkas pertimbangan, surat, bukti. Beri tahukan frasa sandinya lewat telepon, jangan pernah bersama berkasnya. Jawaban yang ditandatanganinya berlaku tepat untuk isi ini.</translation>
    </message>
    <message>
        <source>&amp;Make the packet</source>
        <translation>&amp;Buat paket</translation>
    </message>
    <message>
        <source>Another &amp;one</source>
        <translation>Yang &amp;lain</translation>
    </message>
    <message>
        <source>Where the packet goes</source>
        <translation>Tempat menyimpan paket</translation>
    </message>
    <message>
        <source>Review packets (*{suffix})</source>
        <translation>Paket tinjauan (*{suffix})</translation>
    </message>
    <message>
        <source>What you &amp;ask</source>
        <translation>Yang Anda &amp;minta</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the packet</source>
        <translation>&amp;Frasa sandi paket</translation>
    </message>
    <message>
        <source>Note it: it is kept nowhere. Capitals do not matter.</source>
        <translation>Catatlah: frasa ini tidak disimpan di mana pun. Huruf besar tidak berpengaruh.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Be&amp;rkas</translation>
    </message>
    <message>
        <source>Passphrase of the packet</source>
        <translation>Frasa sandi paket</translation>
    </message>
    <message>
        <source>Agree on a passphrase.</source>
        <translation>Sepakati sebuah frasa sandi.</translation>
    </message>
    <message>
        <source>Choose where the packet goes.</source>
        <translation>Pilih tempat menyimpan paket.</translation>
    </message>
    <message>
        <source>Review packet {number} is made. Carry it to the officer, and tell the passphrase another way.</source>
        <translation>Paket tinjauan {number} dibuat. Antarkan kepada petugas itu, dan beri tahukan frasa sandinya lewat jalan lain.</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Extend the deadline of {number}</source>
        <translation>Perpanjang tenggat {number}</translation>
    </message>
    <message>
        <source>The person must hear of the extension and its reason before the first limit ends. A late notice has no effect. The letter that tells the person is owed at once; it opens when the extension is recorded.</source>
        <translation>Pemohon harus mengetahui perpanjangan dan alasannya sebelum batas waktu pertama berakhir. Pemberitahuan yang terlambat tidak berlaku. Surat pemberitahuannya harus segera dibuat; surat itu terbuka setelah perpanjangan dicatat.</translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation>&amp;Perpanjang</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Diberitahukan pada</translation>
    </message>
    <message>
        <source>&amp;Law</source>
        <translation>&amp;Hukum</translation>
    </message>
    <message>
        <source>The person is told &amp;on</source>
        <translation>Orangnya diberi tahu pa&amp;da</translation>
    </message>
    <message>
        <source>The notice names this &amp;date</source>
        <translation>&amp;Tanggal yang disebut pemberitahuan</translation>
    </message>
    <message>
        <source>&amp;Reason, as the notice says it</source>
        <translation>&amp;Alasan, sebagaimana bunyi pemberitahuan</translation>
    </message>
    <message>
        <source>What the notice gives</source>
        <translation>Hasil pemberitahuan</translation>
    </message>
    <message>
        <source>This law gives no extension for what was asked.</source>
        <translation>Hukum ini tidak memberi perpanjangan untuk yang diminta.</translation>
    </message>
    <message>
        <source>The notice must give a reason for the delay.</source>
        <translation>Pemberitahuan harus memuat alasan penundaan.</translation>
    </message>
    <message>
        <source>The law allows {day} at the latest. Choose that day or an earlier one.</source>
        <translation>Hukum mengizinkan paling lambat {day}. Pilih hari itu atau lebih awal.</translation>
    </message>
    <message>
        <source>The first limit ends on {day} without an extension. Choose a later day.</source>
        <translation>Batas waktu pertama berakhir {day} tanpa perpanjangan. Pilih hari sesudahnya.</translation>
    </message>
    <message>
        <source>The law allows {day} at the latest; any earlier day is yours to choose.</source>
        <translation>Hukum mengizinkan paling lambat {day}; hari yang lebih awal boleh Anda pilih.</translation>
    </message>
    <message>
        <source>Without an extension: {day}.</source>
        <translation>Tanpa perpanjangan: {day}.</translation>
    </message>
    <message>
        <source>Last day to tell the person: {day}.</source>
        <translation>Hari terakhir untuk memberi tahu orangnya: {day}.</translation>
    </message>
    <message>
        <source>The law allows at most {period} more.</source>
        <translation>Hukum mengizinkan paling lama {period} lagi.</translation>
    </message>
    <message>
        <source>This notice would be too late: the date stays where it is.</source>
        <translation>Pemberitahuan ini akan terlambat: tanggalnya tetap.</translation>
    </message>
    <message>
        <source>The letter that tells the person is owed at once.</source>
        <translation>Surat yang memberi tahu pemohon harus segera dibuat.</translation>
    </message>
    <message>
        <source>Promised date: {day}</source>
        <translation>Tanggal yang dijanjikan: {day}</translation>
    </message>
    <message>
        <source>The law gives until {day}; the date that the person is told becomes the safe date.</source>
        <translation>Hukum memberi waktu sampai {day}; tanggal yang diberitahukan menjadi tanggal aman.</translation>
    </message>
    <message>
        <source>New date: {day}</source>
        <translation>Tanggal baru: {day}</translation>
    </message>
    <message>
        <source>The clock stands still; the new date follows when it goes on.</source>
        <translation>Tenggat sedang berhenti; tanggal baru menyusul ketika berjalan lagi.</translation>
    </message>
</context>
<context>
    <name>FactorRow</name>
    <message>
        <source>What happened: {factor}</source>
        <translation>Yang terjadi: {factor}</translation>
    </message>
    <message>
        <source>What happened, in one or two sentences</source>
        <translation>Yang terjadi, dalam satu atau dua kalimat</translation>
    </message>
</context>
<context>
    <name>FactorsSection</name>
    <message>
        <source>Why, on the evidence</source>
        <translation>Mengapa, menurut bukti</translation>
    </message>
    <message>
        <source>The burden of proof is on Onee. Each ticked factor needs a sentence and at least one piece of evidence.</source>
        <translation>Beban pembuktian ada pada Onee. Setiap faktor yang dicentang memerlukan satu kalimat dan sedikitnya satu bukti.</translation>
    </message>
    <message>
        <source>Guidance from elsewhere</source>
        <translation>Panduan dari tempat lain</translation>
    </message>
    <message>
        <source>This factor belongs to no chosen ground: take the tick away.</source>
        <translation>Faktor ini tidak termasuk dasar mana pun yang dipilih: hapus centangnya.</translation>
    </message>
    <message numerus="yes">
        <source>Guidance from elsewhere: %n more</source>
        <translation>
            <numerusform>Panduan dari tempat lain: %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Complaint</source>
        <translation>Pengaduan</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>tertulis</translation>
    </message>
    <message>
        <source>writing asked on {day}</source>
        <translation>bentuk tertulis diminta {day}</translation>
    </message>
    <message>
        <source>not in writing</source>
        <translation>tidak tertulis</translation>
    </message>
    <message>
        <source>Officers named</source>
        <translation>Petugas yang disebut</translation>
    </message>
    <message>
        <source>Data go to</source>
        <translation>Tujuan data</translation>
    </message>
    <message>
        <source>Safeguard</source>
        <translation>Pelindungan transfer</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Pengirim data</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Penerima data</translation>
    </message>
    <message>
        <source>Independence</source>
        <translation>Independensi</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Diteruskan</translation>
    </message>
    <message>
        <source>{day}: {reason}</source>
        <translation>{day}: {reason}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Mengenai</translation>
    </message>
    <message>
        <source>It stands alone.</source>
        <translation>Berdiri sendiri.</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Dipersoalkan</translation>
    </message>
    <message>
        <source>everything in that case</source>
        <translation>semua dalam perkara itu</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>The complaint in its own words</source>
        <translation>Pengaduan dengan kata-katanya sendiri</translation>
    </message>
    <message>
        <source>Write: {letter}</source>
        <translation>Tulis: {letter}</translation>
    </message>
    <message>
        <source>It was as&amp;ked…</source>
        <translation>Su&amp;dah diminta…</translation>
    </message>
    <message>
        <source>Put in &amp;writing…</source>
        <translation>Disampaikan &amp;tertulis…</translation>
    </message>
    <message>
        <source>What it is &amp;about…</source>
        <translation>Yang di&amp;adukan…</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Pilih…</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number} KB</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n bita</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n menit lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n jam lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n hari lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>terlambat %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>besok</translation>
    </message>
    <message numerus="yes">
        <source>%n h late</source>
        <translation>
            <numerusform>terlambat %n jam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>sisa %n menit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>sisa %n jam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroundsCard</name>
    <message>
        <source>Ground for refusal</source>
        <translation>Dasar penolakan</translation>
    </message>
    <message>
        <source>Write instead of refusing</source>
        <translation>Tulis sebagai ganti penolakan</translation>
    </message>
    <message>
        <source>applies to: {right}</source>
        <translation>berlaku untuk: {right}</translation>
    </message>
    <message>
        <source>Tests, burdens, demands on the letter, articles and sources are quoted in English.</source>
        <translation>Uji, beban pembuktian, tuntutan atas surat, pasal, dan sumber adalah kutipan dalam bahasa Inggris.</translation>
    </message>
    <message>
        <source>Write: {letter}</source>
        <translation>Tulis: {letter}</translation>
    </message>
    <message>
        <source>The test</source>
        <translation>Ujiannya</translation>
    </message>
    <message>
        <source>Who must prove it</source>
        <translation>Siapa yang harus membuktikan</translation>
    </message>
    <message>
        <source>The letter says</source>
        <translation>Bunyi dalam surat</translation>
    </message>
    <message>
        <source>The law, and what it allows instead</source>
        <translation>Hukumnya, dan apa yang diperbolehkan sebagai gantinya</translation>
    </message>
    <message>
        <source>For the letter</source>
        <translation>Untuk surat</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>How sure we are</source>
        <translation>Tingkat keyakinan kami</translation>
    </message>
    <message>
        <source>Term of the Data Privacy Vocabulary</source>
        <translation>Istilah Data Privacy Vocabulary</translation>
    </message>
    <message>
        <source>Instead: {ways}</source>
        <translation>Sebagai gantinya: {ways}</translation>
    </message>
</context>
<context>
    <name>GuardDialog</name>
    <message>
        <source>Is {number} meant for this person?</source>
        <translation>Apakah {number} memang untuk orang ini?</translation>
    </message>
    <message>
        <source>The letter is not issued: something in it points at another person or another case. Change the letter, or write for each line why it is right.</source>
        <translation>Surat tidak diterbitkan: ada isinya yang menunjuk orang lain atau perkara lain. Ubah suratnya, atau tulis untuk setiap baris mengapa itu benar.</translation>
    </message>
    <message>
        <source>&amp;Issue with these reasons</source>
        <translation>&amp;Terbitkan dengan alasan ini</translation>
    </message>
    <message>
        <source>&amp;Change the letter</source>
        <translation>&amp;Ubah surat</translation>
    </message>
</context>
<context>
    <name>GuardReasons</name>
    <message>
        <source>Why this is right: {what}</source>
        <translation>Mengapa ini benar: {what}</translation>
    </message>
    <message>
        <source>Why this is right, in your words; it is kept with the letter</source>
        <translation>Mengapa ini benar, dengan kata-kata Anda; disimpan bersama surat</translation>
    </message>
    <message>
        <source>Write at least {count} characters, or change the letter.</source>
        <translation>Tulis sedikitnya {count} karakter, atau ubah suratnya.</translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Authority</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>brought there by Onee</source>
        <translation>diajukan oleh Onee</translation>
    </message>
    <message>
        <source>reference {text}</source>
        <translation>nomor rujukan {text}</translation>
    </message>
    <message>
        <source>Authority&apos;s deadline…</source>
        <translation>Tenggat dari otoritas…</translation>
    </message>
    <message>
        <source>Answer about more time…</source>
        <translation>Jawaban soal tambahan waktu…</translation>
    </message>
    <message>
        <source>Ask for more time…</source>
        <translation>Minta tambahan waktu…</translation>
    </message>
    <message>
        <source>Officer of the authority</source>
        <translation>Petugas otoritas</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Dasar hukum</translation>
    </message>
    <message>
        <source>Competent because</source>
        <translation>Berwenang karena</translation>
    </message>
    <message>
        <source>{person}; the matter is kept by {officer}</source>
        <translation>{person}; perkara dipegang oleh {officer}</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Menyangkut</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Dipegang oleh</translation>
    </message>
    <message>
        <source>Behind it: {number}, {kind}</source>
        <translation>Di baliknya: {number}, {kind}</translation>
    </message>
    <message>
        <source>The authority&apos;s deadline</source>
        <translation>Tenggat dari otoritas</translation>
    </message>
    <message>
        <source>The authority set none.</source>
        <translation>Otoritas tidak menetapkannya.</translation>
    </message>
    <message>
        <source>said in: {where}</source>
        <translation>dinyatakan dalam: {where}</translation>
    </message>
    <message>
        <source>by the authority&apos;s word</source>
        <translation>menurut kata otoritas</translation>
    </message>
    <message>
        <source>Deadline of the law</source>
        <translation>Tenggat menurut hukum</translation>
    </message>
    <message>
        <source>No limit of these laws runs here.</source>
        <translation>Tidak ada batas waktu menurut hukum ini yang berjalan di sini.</translation>
    </message>
    <message numerus="yes">
        <source>%n more at the right</source>
        <translation>
            <numerusform>%n lagi di sebelah kanan</numerusform>
        </translation>
    </message>
    <message>
        <source>Our own target</source>
        <translation>Target kantor sendiri</translation>
    </message>
    <message>
        <source>None is set; it is the office&apos;s own day.</source>
        <translation>Belum ditetapkan; ini hari kantor sendiri.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>lewat</translation>
    </message>
    <message>
        <source>set by the office; no law counts from it</source>
        <translation>ditetapkan kantor; tidak ada hukum yang menghitung darinya</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Why this date? {what}</source>
        <translation>Mengapa tanggal ini? {what}</translation>
    </message>
    <message>
        <source>More time asked on {day} until {until}: no answer yet, the deadline stands.</source>
        <translation>Tambahan waktu diminta {day} sampai {until}: belum dijawab, tenggatnya tetap berlaku.</translation>
    </message>
    <message>
        <source>More time asked on {day} until {until}: refused ({where}).</source>
        <translation>Tambahan waktu diminta {day} sampai {until}: ditolak ({where}).</translation>
    </message>
    <message>
        <source>More time asked on {day} until {until}: granted until {due} ({where}).</source>
        <translation>Tambahan waktu diminta {day} sampai {until}: diberikan sampai {due} ({where}).</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Working</source>
        <translation>Sedang bekerja</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>What is held of the person</source>
        <translation>Data orang itu yang disimpan</translation>
    </message>
    <message>
        <source>Tick what the office holds, and say when the events happened; a day that is not known is left open. The retention schedule then says what goes and what stays.</source>
        <translation>Centang yang disimpan kantor, dan sebutkan kapan peristiwanya terjadi; hari yang tidak diketahui dibiarkan kosong. Jadwal retensi lalu menyebut apa yang dihapus dan apa yang tetap.</translation>
    </message>
    <message>
        <source>&amp;Weigh</source>
        <translation>&amp;Timbang</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Peristiwa</translation>
    </message>
    <message>
        <source>Tick at least one category.</source>
        <translation>Centang sedikitnya satu kategori.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>until {day}</source>
        <translation>sampai {day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>jatuh tempo {day}</translation>
    </message>
    <message>
        <source>instead of {day}</source>
        <translation>bukan {day}</translation>
    </message>
    <message>
        <source>before {before}, now {after}</source>
        <translation>sebelumnya {before}, sekarang {after}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Versions</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>&amp;Compare with what is on the page</source>
        <translation>&amp;Bandingkan dengan yang ada di halaman</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Pulihkan…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>To restore a version puts its text on the page. It holds once you have saved it, as a new version.</source>
        <translation>Memulihkan versi menaruh teksnya di halaman. Teks itu berlaku setelah Anda menyimpannya, sebagai versi baru.</translation>
    </message>
    <message>
        <source>Shipped text</source>
        <translation>Teks bawaan</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versi {number}</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Di halaman</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>nothing here can be changed or taken away</source>
        <translation>tidak ada yang dapat diubah atau diambil di sini</translation>
    </message>
    <message>
        <source>Words kept with it</source>
        <translation>Kata-kata yang disimpan bersamanya</translation>
    </message>
    <message>
        <source>happened {at}, recorded {recorded} by {who}</source>
        <translation>terjadi {at}, dicatat {recorded} oleh {who}</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Recorded</source>
        <translation>Dicatat</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
</context>
<context>
    <name>InsertList</name>
    <message>
        <source>Words in a name or its meaning</source>
        <translation>Kata dalam nama atau artinya</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Saring menurut kata</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>Yang boleh ada di sini</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>Pengisi</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Repeated paragraphs</source>
        <translation>Paragraf berulang</translation>
    </message>
    <message>
        <source>Places for the officer&apos;s own words</source>
        <translation>Tempat untuk kata-kata petugas sendiri</translation>
    </message>
    <message>
        <source>Shared parts</source>
        <translation>Bagian bersama</translation>
    </message>
</context>
<context>
    <name>InstantEdit</name>
    <message>
        <source>Time zone of: {label}</source>
        <translation>Zona waktu untuk: {label}</translation>
    </message>
    <message>
        <source>This clock time comes twice on that day: {label}</source>
        <translation>Waktu ini muncul dua kali pada hari itu: {label}</translation>
    </message>
    <message>
        <source>This time did not exist in {zone}: the clocks were put forward over it. Choose an earlier or a later one.</source>
        <translation>Waktu ini tidak ada di {zone}: jam dimajukan melewatinya. Pilih yang lebih awal atau lebih akhir.</translation>
    </message>
    <message>
        <source>the first time ({zone})</source>
        <translation>yang pertama ({zone})</translation>
    </message>
    <message>
        <source>the second time, an hour later ({zone})</source>
        <translation>yang kedua, satu jam kemudian ({zone})</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Open case</source>
        <translation>Buka perkara</translation>
    </message>
    <message>
        <source>Keep as quarantine</source>
        <translation>Simpan sebagai karantina</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>New case from a mail</source>
        <translation>Perkara baru dari surel</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Membaca {name}…</translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation>Yang datang</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Yang dipahami</translation>
    </message>
    <message>
        <source>Then these clocks run</source>
        <translation>Lalu tenggat ini berjalan</translation>
    </message>
    <message>
        <source>&amp;Open a mail…</source>
        <translation>&amp;Buka surel…</translation>
    </message>
    <message>
        <source>Open a mail</source>
        <translation>Buka surel</translation>
    </message>
    <message>
        <source>Drop an e-mail (.eml) anywhere on the window, or write down what came another way.</source>
        <translation>Seret surel (.eml) ke mana saja pada jendela, atau tuliskan apa yang datang dengan cara lain.</translation>
    </message>
    <message>
        <source>It came b&amp;y</source>
        <translation>Datang &amp;lewat</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Per&amp;ihal</translation>
    </message>
    <message>
        <source>What the person &amp;wrote or said</source>
        <translation>Yang di&amp;tulis atau dikatakan orangnya</translation>
    </message>
    <message>
        <source>{name}, {size}, read without opening anything in it</source>
        <translation>{name}, {size}, dibaca tanpa membuka apa pun di dalamnya</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Perkara baru</translation>
    </message>
    <message>
        <source>A clock runs from the day the request arrived, not from the day it is written down here.</source>
        <translation>Tenggat berjalan sejak hari permintaan datang, bukan sejak hari dicatat di sini.</translation>
    </message>
    <message>
        <source>Mail (*.eml);;All files (*)</source>
        <translation>Surel (*.eml);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>{name} could not be read from its place, or is larger than a mail can be. Nothing was kept.</source>
        <translation>{name} tidak dapat dibaca dari tempatnya, atau lebih besar daripada surel yang diterima. Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>{name}: {told} It is kept in quarantine with its bytes, SHA-256 {digest}.</source>
        <translation>{name}: {told} Disimpan dalam karantina dengan bitanya, SHA-256 {digest}.</translation>
    </message>
    <message>
        <source>The file could not be read and is kept in quarantine.</source>
        <translation>Berkas tidak dapat dibaca dan disimpan dalam karantina.</translation>
    </message>
    <message>
        <source>language of the mail</source>
        <translation>bahasa surel</translation>
    </message>
    <message>
        <source>Tick what the person asks for and choose the law; the dates appear here.</source>
        <translation>Centang apa yang diminta orangnya dan pilih hukumnya; tanggalnya muncul di sini.</translation>
    </message>
    <message>
        <source>target {day}</source>
        <translation>target {day}</translation>
    </message>
    <message>
        <source>{number} is open; its clocks run.</source>
        <translation>{number} terbuka; tenggatnya berjalan.</translation>
    </message>
    <message>
        <source>The mail is kept in quarantine. No case was opened.</source>
        <translation>Surel disimpan dalam karantina. Tidak ada perkara yang dibuka.</translation>
    </message>
</context>
<context>
    <name>KeptSection</name>
    <message>
        <source>What goes and what stays</source>
        <translation>Yang dihapus dan yang tetap</translation>
    </message>
    <message>
        <source>The retention schedule says for each category what goes, what stays, by which law, and until when.</source>
        <translation>Jadwal retensi menyebut untuk setiap kategori apa yang dihapus, apa yang tetap, berdasarkan hukum mana, dan sampai kapan.</translation>
    </message>
    <message>
        <source>&amp;Weigh what is held…</source>
        <translation>&amp;Timbang yang disimpan…</translation>
    </message>
    <message>
        <source>Weigh what is held against the retention schedule</source>
        <translation>Timbang yang disimpan menurut jadwal retensi</translation>
    </message>
    <message>
        <source>What the retention schedule says</source>
        <translation>Menurut jadwal retensi</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Yang tetap disimpan</translation>
    </message>
    <message>
        <source>Category that stays</source>
        <translation>Kategori yang tetap disimpan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>By which law or interest</source>
        <translation>Berdasarkan hukum atau kepentingan mana</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>Sampai hari</translation>
    </message>
    <message>
        <source>Until an event, in words</source>
        <translation>Sampai peristiwa, dengan kata-kata</translation>
    </message>
    <message>
        <source>+ category</source>
        <translation>+ kategori</translation>
    </message>
    <message>
        <source>Goes. {why}</source>
        <translation>Dihapus. {why}</translation>
    </message>
    <message>
        <source>Stays until {day}.</source>
        <translation>Tetap sampai {day}.</translation>
    </message>
    <message>
        <source>Stays; the day is not known yet.</source>
        <translation>Tetap; harinya belum diketahui.</translation>
    </message>
</context>
<context>
    <name>LawRows</name>
    <message>
        <source>Add another &amp;law</source>
        <translation>Tambah &amp;hukum lain</translation>
    </message>
    <message>
        <source>Add another law</source>
        <translation>Tambah hukum lain</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Take this law away</source>
        <translation>Ambil hukum ini</translation>
    </message>
    <message>
        <source>suggested by “{words}”</source>
        <translation>disarankan oleh “{words}”</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>Pilih tempat</translation>
    </message>
</context>
<context>
    <name>LawsPage</name>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Every law</source>
        <translation>Setiap hukum</translation>
    </message>
    <message>
        <source>Words in a rule</source>
        <translation>Kata dalam aturan</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Saring menurut kata</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>{laws} rulebooks, {rules} limits, each with its source</source>
        <translation>{laws} buku aturan, {rules} batas waktu, masing-masing dengan sumbernya</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Batas waktu</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) by confidence: {counts}</source>
        <translation>
            <numerusform>%n batas waktu menurut keyakinan: {counts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n perkara terbuka</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed off by {officer} on {day}: {text}</source>
        <translation>Disahkan oleh {officer} pada {day}: {text}</translation>
    </message>
    <message>
        <source>signed off</source>
        <translation>disahkan</translation>
    </message>
    <message>
        <source>have counsel confirm</source>
        <translation>minta konfirmasi penasihat hukum</translation>
    </message>
    <message>
        <source>An earlier version was signed off.</source>
        <translation>Versi sebelumnya telah disahkan.</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>Sahkan…</translation>
    </message>
    <message>
        <source>Sign off: {law}</source>
        <translation>Sahkan: {law}</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Upaya hukum</translation>
    </message>
    <message numerus="yes">
        <source>{places} and %n more</source>
        <translation>
            <numerusform>{places} dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {digest}</source>
        <translation>Versi {digest}</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Otoritas</translation>
    </message>
</context>
<context>
    <name>LeaveUntoldDialog</name>
    <message>
        <source>Not told of {number}</source>
        <translation>Tidak diberi tahu tentang {number}</translation>
    </message>
    <message>
        <source>The clock under this law ends without a notice. The reason stands in the register and is what an authority will ask for.</source>
        <translation>Jangka waktu menurut hukum ini berakhir tanpa pemberitahuan. Alasannya ada dalam daftar, dan itulah yang akan ditanyakan otoritas.</translation>
    </message>
    <message>
        <source>The risk is not assessed yet. Assess it first: the reason for not telling rests on it.</source>
        <translation>Risikonya belum dinilai. Nilai dahulu: alasan tidak memberi tahu bertumpu padanya.</translation>
    </message>
    <message>
        <source>&amp;Record the reason</source>
        <translation>&amp;Catat alasan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>&amp;Under which law</source>
        <translation>&amp;Menurut undang-undang mana</translation>
    </message>
    <message>
        <source>&amp;Who is not told</source>
        <translation>&amp;Siapa yang tidak diberi tahu</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation>Berikan alasannya.</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>Kind of letter</source>
        <translation>Jenis surat</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Bahasa surat</translation>
    </message>
    <message>
        <source>Under which law, to whom</source>
        <translation>Menurut undang-undang mana, kepada siapa</translation>
    </message>
    <message>
        <source>Under which &amp;law, to whom</source>
        <translation>Menurut undan&amp;g-undang mana, kepada siapa</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Alamat tujuan</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>Sapaan</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Title of the signatory</source>
        <translation>Jabatan penanda tangan</translation>
    </message>
    <message>
        <source>{place} (needed)</source>
        <translation>{place} (wajib)</translation>
    </message>
    <message>
        <source>Reason for the delay</source>
        <translation>Alasan penundaan</translation>
    </message>
    <message>
        <source>Question to the person</source>
        <translation>Pertanyaan kepada orangnya</translation>
    </message>
    <message>
        <source>Proof that is asked for</source>
        <translation>Bukti yang diminta</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Teks surat</translation>
    </message>
    <message>
        <source>Reasons for more time</source>
        <translation>Alasan tambahan waktu</translation>
    </message>
    <message>
        <source>Text before the answers</source>
        <translation>Teks sebelum jawaban</translation>
    </message>
    <message>
        <source>L&amp;etter</source>
        <translation>Sura&amp;t</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>&amp;Addressee</source>
        <translation>&amp;Alamat tujuan</translation>
    </message>
    <message>
        <source>&amp;Salutation</source>
        <translation>Sa&amp;paan</translation>
    </message>
    <message>
        <source>S&amp;ignatory</source>
        <translation>Penan&amp;da tangan</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Jabatan</translation>
    </message>
</context>
<context>
    <name>LetterOutgoing</name>
    <message>
        <source>Out of the house</source>
        <translation>Keluar dari kantor</translation>
    </message>
    <message>
        <source>File copy of {number}</source>
        <translation>Salinan berkas {number}</translation>
    </message>
    <message>
        <source>For the file of the office. The first sheet is internal: this paper is never sent.</source>
        <translation>Untuk berkas kantor. Lembar pertama bersifat internal: kertas ini tidak pernah dikirim.</translation>
    </message>
    <message>
        <source>file-copy-{number}</source>
        <translation>salinan-berkas-{number}</translation>
    </message>
    <message>
        <source>Signed copy of {number}</source>
        <translation>Salinan bertanda tangan {number}</translation>
    </message>
    <message>
        <source>Saved as it is, its signature can be checked; on paper it cannot.</source>
        <translation>Bila disimpan apa adanya, tanda tangannya dapat diperiksa; di atas kertas tidak dapat.</translation>
    </message>
    <message>
        <source>{number}-signed</source>
        <translation>{number}-bertanda-tangan</translation>
    </message>
    <message>
        <source>{number}-encrypted</source>
        <translation>{number}-terenkripsi</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>What the letter must contain</source>
        <translation>Yang harus dimuat surat</translation>
    </message>
    <message>
        <source>What points at somebody else</source>
        <translation>Yang menunjuk orang lain</translation>
    </message>
    <message>
        <source>What differs from the template</source>
        <translation>Yang berbeda dari templat</translation>
    </message>
    <message>
        <source>Files that go with the letter</source>
        <translation>Berkas yang menyertai surat</translation>
    </message>
    <message>
        <source>The letter as it will be printed</source>
        <translation>Surat sebagaimana akan dicetak</translation>
    </message>
    <message>
        <source>E&amp;nclosures</source>
        <translation>&amp;Lampiran</translation>
    </message>
    <message>
        <source>Must contain</source>
        <translation>Harus memuat</translation>
    </message>
    <message>
        <source>Points at somebody else</source>
        <translation>Menunjuk orang lain</translation>
    </message>
    <message>
        <source>Differs from the template</source>
        <translation>Berbeda dari templat</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Diterbitkan</translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation>Simpan &amp;konsep</translation>
    </message>
    <message>
        <source>Drawing the letter…</source>
        <translation>Menggambar surat…</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>No letter is open. Choose one from the list of letters.</source>
        <translation>Tidak ada surat yang terbuka. Pilih satu dari daftar surat.</translation>
    </message>
    <message>
        <source>The case has a draft of this letter already, {number}: here it is.</source>
        <translation>Perkara ini sudah memiliki konsep surat ini, {number}: inilah dia.</translation>
    </message>
    <message>
        <source>{kind} to {person}, {case}</source>
        <translation>{kind} kepada {person}, {case}</translation>
    </message>
    <message>
        <source>{kind}, {case}</source>
        <translation>{kind}, {case}</translation>
    </message>
    <message>
        <source>New letter</source>
        <translation>Surat baru</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>belum disimpan</translation>
    </message>
    <message>
        <source>Letter {number}</source>
        <translation>Surat {number}</translation>
    </message>
    <message>
        <source>Open case {number}</source>
        <translation>Buka perkara {number}</translation>
    </message>
    <message>
        <source>The letter cannot be drawn yet. What stands in the way is said at the left.</source>
        <translation>Surat belum dapat digambar. Yang menghalanginya disebut di sebelah kiri.</translation>
    </message>
    <message>
        <source>The template says: {words}</source>
        <translation>Bunyi templat: {words}</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Alamat tujuan</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>Sapaan</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Title of the signatory</source>
        <translation>Jabatan penanda tangan</translation>
    </message>
    <message>
        <source>Reason of the decision: {right}</source>
        <translation>Alasan keputusan: {right}</translation>
    </message>
    <message>
        <source>Not kept yet; it is kept a moment after you type.</source>
        <translation>Belum disimpan; disimpan sesaat setelah Anda mengetik.</translation>
    </message>
    <message>
        <source>Unkept words are kept in a moment.</source>
        <translation>Kata-kata yang belum tersimpan disimpan sebentar lagi.</translation>
    </message>
    <message>
        <source>Every word is kept.</source>
        <translation>Setiap kata tersimpan.</translation>
    </message>
    <message>
        <source>{number} is issued. Its text cannot change any more.</source>
        <translation>{number} diterbitkan. Teksnya tidak dapat berubah lagi.</translation>
    </message>
    <message>
        <source>{new} is a draft that replaces {old}. Change what was wrong, then approve it.</source>
        <translation>{new} adalah konsep yang menggantikan {old}. Ubah yang keliru, lalu setujui.</translation>
    </message>
    <message>
        <source>SHA-256 {digest}</source>
        <translation>SHA-256 {digest}</translation>
    </message>
    <message>
        <source>The letter&apos;s file cannot be read. Check the store before you go on.</source>
        <translation>Berkas surat tidak dapat dibaca. Periksa penyimpanan sebelum melanjutkan.</translation>
    </message>
    <message>
        <source>Number {number}.</source>
        <translation>Nomor {number}.</translation>
    </message>
    <message>
        <source>Issued on {when}.</source>
        <translation>Diterbitkan pada {when}.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), {size}.</source>
        <translation>
            <numerusform>%n halaman, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replaces {number}.</source>
        <translation>Menggantikan {number}.</translation>
    </message>
    <message>
        <source>Replaced by {number}.</source>
        <translation>Digantikan oleh {number}.</translation>
    </message>
    <message>
        <source>Template {version}.</source>
        <translation>Versi templat {version}.</translation>
    </message>
    <message>
        <source>Journal stood at {anchor}.</source>
        <translation>Jurnal saat itu pada {anchor}.</translation>
    </message>
    <message>
        <source>A signed copy is kept.</source>
        <translation>Salinan bertanda tangan disimpan.</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Belum dikirim.</translation>
    </message>
    <message>
        <source>It came back and waits to be sent again.</source>
        <translation>Surat kembali dan menunggu dikirim lagi.</translation>
    </message>
    <message>
        <source>Sent on {when}, {channel}, to {recipient}.</source>
        <translation>Dikirim pada {when}, {channel}, kepada {recipient}.</translation>
    </message>
    <message>
        <source>Came back on {when}.</source>
        <translation>Kembali pada {when}.</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Mengapa: {reason}</translation>
    </message>
    <message>
        <source>Arrived on {when}.</source>
        <translation>Sampai pada {when}.</translation>
    </message>
    <message>
        <source>Proof: {proof}</source>
        <translation>Bukti: {proof}</translation>
    </message>
</context>
<context>
    <name>LettersListPanel</name>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Nomor atau nama</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>&amp;Print the chosen…</source>
        <translation>&amp;Cetak yang dipilih…</translation>
    </message>
    <message>
        <source>Envelopes or &amp;labels…</source>
        <translation>Amplop atau &amp;label…</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Semua</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>&amp;Konsep</translation>
    </message>
    <message>
        <source>&amp;To send</source>
        <translation>&amp;Perlu dikirim</translation>
    </message>
    <message>
        <source>&amp;Sent</source>
        <translation>&amp;Dikirim</translation>
    </message>
    <message>
        <source>Show: {which}</source>
        <translation>Tampilkan: {which}</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n surat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n belum dikirim</numerusform>
        </translation>
    </message>
    <message>
        <source>No letter stands here now.</source>
        <translation>Tidak ada surat di sini sekarang.</translation>
    </message>
    <message>
        <source>No letter has been written yet. Letters are written from a case: open one and choose Write letter.</source>
        <translation>Belum ada surat. Surat ditulis dari perkara: buka satu perkara dan pilih Tulis surat.</translation>
    </message>
    <message>
        <source>Choose issued letters first; a draft is approved before it is printed.</source>
        <translation>Pilih surat yang sudah diterbitkan lebih dahulu; konsep disetujui sebelum dicetak.</translation>
    </message>
</context>
<context>
    <name>LettersModel</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ditulis</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>kembali</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>Perlu dicetak</translation>
    </message>
    <message>
        <source>Dispatch register</source>
        <translation>Buku pengiriman</translation>
    </message>
    <message>
        <source>Print runs</source>
        <translation>Kumpulan cetak</translation>
    </message>
</context>
<context>
    <name>LettersPanel</name>
    <message>
        <source>the case permits no letter where it stands</source>
        <translation>pada tahap ini perkara tidak mengizinkan surat</translation>
    </message>
    <message>
        <source>Letters of this case</source>
        <translation>Surat dalam perkara ini</translation>
    </message>
    <message>
        <source>No letter has been written in this case yet. New letter starts one; nothing is sent by itself.</source>
        <translation>Belum ada surat dalam perkara ini. Surat baru memulai satu; tidak ada yang terkirim dengan sendirinya.</translation>
    </message>
    <message>
        <source>&amp;New letter</source>
        <translation>Surat &amp;baru</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>B&amp;uka</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>Record the &amp;sending…</source>
        <translation>Catat &amp;pengiriman…</translation>
    </message>
    <message>
        <source>Record the deli&amp;very…</source>
        <translation>Catat peneri&amp;maan…</translation>
    </message>
    <message>
        <source>Record the re&amp;turn…</source>
        <translation>Catat surat &amp;kembali…</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>The case permits no letter where it stands.</source>
        <translation>Pada tahap ini perkara tidak mengizinkan surat.</translation>
    </message>
    <message>
        <source>Only an issued letter is printed: approve it first.</source>
        <translation>Hanya surat yang sudah diterbitkan dapat dicetak: setujui lebih dahulu.</translation>
    </message>
    <message>
        <source>Only an issued letter that has not left yet can be sent.</source>
        <translation>Hanya surat yang sudah diterbitkan dan belum keluar dapat dikirim.</translation>
    </message>
    <message>
        <source>Delivery is recorded once, for a letter that was sent.</source>
        <translation>Penerimaan dicatat sekali, untuk surat yang sudah dikirim.</translation>
    </message>
    <message>
        <source>A return is recorded once, for a letter that was sent.</source>
        <translation>Surat kembali dicatat sekali, untuk surat yang sudah dikirim.</translation>
    </message>
</context>
<context>
    <name>LettersPart</name>
    <message>
        <source>Filter: {what}</source>
        <translation>Saring: {what}</translation>
    </message>
    <message>
        <source>{what}: any</source>
        <translation>{what}: semua</translation>
    </message>
</context>
<context>
    <name>MailDraftDialog</name>
    <message>
        <source>E-mail draft with {number}</source>
        <translation>Konsep surel dengan {number}</translation>
    </message>
    <message>
        <source>A file that any mail program opens as an unsent mail, with the letter attached. Send it from there, then record the sending here.</source>
        <translation>Berkas yang dibuka program surel mana pun sebagai surel yang belum terkirim, dengan surat terlampir. Kirim dari sana, lalu catat pengirimannya di sini.</translation>
    </message>
    <message>
        <source>&amp;Save the draft…</source>
        <translation>&amp;Simpan konsep…</translation>
    </message>
    <message>
        <source>&amp;Encrypt the letter</source>
        <translation>&amp;Enkripsi surat</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Kepada</translation>
    </message>
    <message>
        <source>Its password is shown once: send it another way. Enclosed files are left out, as they would not be encrypted.</source>
        <translation>Kata sandinya ditampilkan sekali: kirim lewat jalan lain. Berkas lampiran tidak disertakan karena tidak akan terenkripsi.</translation>
    </message>
    <message>
        <source>Where the channel is weak</source>
        <translation>Bila salurannya kurang aman</translation>
    </message>
    <message>
        <source>Write the e-mail address it goes to.</source>
        <translation>Tulis alamat surel tujuannya.</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Perihal: {subject}</translation>
    </message>
    <message>
        <source>No e-mail address is known.</source>
        <translation>Alamat surel tidak diketahui.</translation>
    </message>
</context>
<context>
    <name>MailView</name>
    <message>
        <source>Text of the mail</source>
        <translation>Teks surel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>no sender is named</source>
        <translation>pengirim tidak disebut</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Perihal</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Lampiran</translation>
    </message>
    <message>
        <source>Attachments are kept with the mail and not opened.</source>
        <translation>Lampiran disimpan bersama surel dan tidak dibuka.</translation>
    </message>
    <message>
        <source>The mail has no text.</source>
        <translation>Surel ini tidak memuat teks.</translation>
    </message>
    <message>
        <source>SHA-256 {digest}, {size}; the original is kept as evidence when the case opens.</source>
        <translation>SHA-256 {digest}, {size}; aslinya disimpan sebagai bukti ketika perkara dibuka.</translation>
    </message>
    <message>
        <source>the mail does not say when</source>
        <translation>surel tidak menyebut kapan</translation>
    </message>
    <message>
        <source>{at}, from {source}</source>
        <translation>{at}, dari {source}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Onee Workbench</source>
        <translation>Onee Workbench</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Buka penyimpanan</translation>
    </message>
    <message>
        <source>Already open</source>
        <translation>Sudah terbuka</translation>
    </message>
    <message>
        <source>This store is open in another window, which was asked to come forward.</source>
        <translation>Penyimpanan ini terbuka di jendela lain, yang diminta tampil ke depan.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Keluar?</translation>
    </message>
    <message>
        <source>Something that was typed is not saved yet and would be lost.</source>
        <translation>Ada yang diketik tetapi belum disimpan dan akan hilang.</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Keluar tanpa menyimpan</translation>
    </message>
    <message>
        <source>Onee cases</source>
        <translation>Perkara Onee</translation>
    </message>
    <message>
        <source>This machine cannot keep a key for the store: {reason}</source>
        <translation>Komputer ini tidak dapat menyimpan kunci penyimpanan: {reason}</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>Tidak diingat</translation>
    </message>
    <message>
        <source>Lock?</source>
        <translation>Kunci?</translation>
    </message>
    <message>
        <source>Lock without saving</source>
        <translation>Kunci tanpa menyimpan</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>dari sumber</translation>
    </message>
    <message>
        <source>About Onee Workbench</source>
        <translation>Tentang Onee Workbench</translation>
    </message>
    <message>
        <source>Onee Workbench {version}

Requests of data subjects, their statutory deadlines, refusals that stand, and the letters that answer them. It works without a network.</source>
        <translation>Onee Workbench {version}

Permintaan subjek data, tenggat hukumnya, penolakan yang dapat dipertanggungjawabkan, dan surat yang menjawabnya. Bekerja tanpa jaringan.</translation>
    </message>
</context>
<context>
    <name>MatterHeadDialog</name>
    <message>
        <source>Edit {number}</source>
        <translation>Ubah {number}</translation>
    </message>
    <message>
        <source>The reference and the officer of the authority stand on every letter of this matter. The target is the office&apos;s own day; it changes no deadline.</source>
        <translation>Nomor rujukan dan petugas otoritas ada dalam setiap surat perkara ini. Target adalah hari kantor sendiri; tidak mengubah tenggat apa pun.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>We aim at</source>
        <translation>Kami menargetkan</translation>
    </message>
    <message>
        <source>Why this authority is competent</source>
        <translation>Mengapa otoritas ini berwenang</translation>
    </message>
    <message>
        <source>The authority&apos;s &amp;reference</source>
        <translation>Nomor &amp;rujukan otoritas</translation>
    </message>
    <message>
        <source>Its &amp;officer</source>
        <translation>&amp;Petugasnya</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>Sur&amp;el</translation>
    </message>
    <message>
        <source>Telep&amp;hone</source>
        <translation>Telep&amp;on</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>&amp;Dasar hukum</translation>
    </message>
    <message>
        <source>in the authority&apos;s words, as its letter says it</source>
        <translation>dengan kata-kata otoritas, seperti dalam suratnya</translation>
    </message>
    <message>
        <source>Our own &amp;target</source>
        <translation>Target &amp;kantor sendiri</translation>
    </message>
    <message>
        <source>&amp;Why this authority is competent</source>
        <translation>&amp;Mengapa otoritas ini berwenang</translation>
    </message>
</context>
<context>
    <name>MatterPanel</name>
    <message>
        <source>A letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>It wrote; the letter is kept, with its deadline where it sets one.</source>
        <translation>Otoritas menulis; suratnya disimpan, beserta tenggat bila ditetapkan.</translation>
    </message>
    <message>
        <source>A deadline</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>It set a deadline, or the deadline is earlier than was thought.</source>
        <translation>Otoritas menetapkan tenggat, atau tenggatnya lebih awal daripada yang dikira.</translation>
    </message>
    <message>
        <source>A decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>It decided; what follows begins at once.</source>
        <translation>Otoritas memutuskan; akibatnya langsung berlaku.</translation>
    </message>
    <message>
        <source>Something in a meeting or a call</source>
        <translation>Sesuatu dalam pertemuan atau panggilan</translation>
    </message>
    <message>
        <source>A note of who spoke and what was said.</source>
        <translation>Catatan siapa yang berbicara dan apa yang dikatakan.</translation>
    </message>
    <message>
        <source>An answer about more time</source>
        <translation>Jawaban soal tambahan waktu</translation>
    </message>
    <message>
        <source>It grants more time, or it refuses.</source>
        <translation>Otoritas memberi tambahan waktu, atau menolak.</translation>
    </message>
</context>
<context>
    <name>MatterTable</name>
    <message>
        <source>Deadline</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nomor rujukan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Mengenai</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Dijawab</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>{whose}: {day}</source>
        <translation>{whose}: {day}</translation>
    </message>
    <message>
        <source>our own target: {day}</source>
        <translation>target kantor sendiri: {day}</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>tidak ada tenggat</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
</context>
<context>
    <name>MattersList</name>
    <message>
        <source>Regulator matters</source>
        <translation>Perkara otoritas</translation>
    </message>
    <message>
        <source>Number, authority or reference</source>
        <translation>Nomor, otoritas, rujukan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>closed too</source>
        <translation>termasuk yang ditutup</translation>
    </message>
    <message>
        <source>State: open</source>
        <translation>Keadaan: terbuka</translation>
    </message>
    <message>
        <source>&amp;New matter…</source>
        <translation>Perkara ba&amp;ru…</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Penyimpanan dibuka hanya untuk dibaca.</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n perkara</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n terlambat</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no matter with an authority. Open one when an authority writes, or when Onee turns to one.</source>
        <translation>Tidak ada perkara dengan otoritas. Buka satu ketika otoritas menulis, atau ketika Onee menghubungi otoritas.</translation>
    </message>
    <message>
        <source>No matter fits these filters.</source>
        <translation>Tidak ada perkara yang cocok dengan saringan ini.</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>A meeting or a call in {number}</source>
        <translation>Pertemuan atau panggilan dalam {number}</translation>
    </message>
    <message>
        <source>Write down who spoke and what was said while it is fresh. The note stays with the matter.</source>
        <translation>Tuliskan siapa yang berbicara dan apa yang dikatakan selagi masih diingat. Catatan disimpan dalam perkara.</translation>
    </message>
    <message>
        <source>&amp;Keep the note</source>
        <translation>&amp;Simpan catatan</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Pertemuan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>W&amp;hat</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Kapan</translation>
    </message>
    <message>
        <source>With wh&amp;om</source>
        <translation>&amp;Dengan siapa</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>Write down what was said.</source>
        <translation>Tuliskan apa yang dikatakan.</translation>
    </message>
</context>
<context>
    <name>MeetingsCard</name>
    <message>
        <source>Meetings and calls</source>
        <translation>Pertemuan dan panggilan</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Catatan…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Pertemuan</translation>
    </message>
    <message>
        <source>{kind} with {people}</source>
        <translation>{kind} dengan {people}</translation>
    </message>
    <message>
        <source>No note is kept.</source>
        <translation>Belum ada catatan.</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <source>new: {date}</source>
        <translation>baru: {date}</translation>
    </message>
    <message>
        <source>{date}, unchanged</source>
        <translation>{date}, tetap</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>{date}, the safe date moves</source>
        <translation>{date}, tanggal aman bergeser</translation>
    </message>
    <message>
        <source>{clock} ({law}): {after}</source>
        <translation>{clock} ({law}): {after}</translation>
    </message>
    <message>
        <source>{clock} ({law}) begins: {after}</source>
        <translation>{clock} ({law}) dimulai: {after}</translation>
    </message>
    <message>
        <source>{clock} ({law}) stays: {after}</source>
        <translation>{clock} ({law}) tetap: {after}</translation>
    </message>
    <message>
        <source>{clock} ({law}): {before} before, {after} after</source>
        <translation>{clock} ({law}): {before} sebelumnya, {after} sesudahnya</translation>
    </message>
</context>
<context>
    <name>MovesPage</name>
    <message>
        <source>Cases looked at</source>
        <translation>Perkara yang diperiksa</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Berhenti</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>&amp;Accept what is ticked</source>
        <translation>&amp;Terima yang dicentang</translation>
    </message>
    <message>
        <source>Accept what is ticked</source>
        <translation>Terima yang dicentang</translation>
    </message>
    <message>
        <source>Dates that move</source>
        <translation>Tanggal bergeser</translation>
    </message>
    <message numerus="yes">
        <source>A calendar or a law changed. Deadlines of %n case(s) would move; nothing moves before you accept.</source>
        <translation>
            <numerusform>Kalender atau hukum berubah. Tenggat %n perkara akan bergeser; tidak ada yang bergeser sebelum Anda menerimanya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) keep every date and are only brought up to date.</source>
        <translation>
            <numerusform>%n perkara tetap tanggalnya dan hanya dimutakhirkan.</numerusform>
        </translation>
    </message>
    <message>
        <source>No open deadline waits to be moved.</source>
        <translation>Tidak ada tenggat terbuka yang menunggu digeser.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) affected</source>
        <translation>
            <numerusform>%n perkara terpengaruh</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Accept the moves of {number}</source>
        <translation>Terima pergeseran {number}</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>{day} is a rest day now: {name}</source>
        <translation>{day} kini hari libur: {name}</translation>
    </message>
    <message>
        <source>{day} is a working day now: {name}</source>
        <translation>{day} kini hari kerja: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are reckoned with the new days and laws now.</source>
        <translation>
            <numerusform>%n perkara kini dihitung dengan hari dan hukum yang baru.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Alasan dengan kata-kata Anda sendiri</translation>
    </message>
    <message>
        <source>The same request asks for access: decide on that first.</source>
        <translation>Permintaan yang sama meminta akses: putuskan itu lebih dahulu.</translation>
    </message>
    <message>
        <source>Access decided before erasure</source>
        <translation>Akses diputuskan sebelum penghapusan</translation>
    </message>
    <message>
        <source>Without it the letter has no table.</source>
        <translation>Tanpanya surat tidak memiliki tabel.</translation>
    </message>
    <message>
        <source>Schedule of the categories</source>
        <translation>Daftar rincian kategori</translation>
    </message>
    <message>
        <source>Nothing else is needed</source>
        <translation>Tidak ada lagi yang diperlukan</translation>
    </message>
    <message>
        <source>Checked in the letter when the decision is recorded.</source>
        <translation>Diperiksa dalam surat ketika keputusan dicatat.</translation>
    </message>
    <message>
        <source>Remedies named in the letter</source>
        <translation>Upaya hukum disebut dalam surat</translation>
    </message>
    <message>
        <source>Ground under {law}</source>
        <translation>Dasar menurut {law}</translation>
    </message>
    <message>
        <source>This law allows no refusal here. Look at what it allows instead.</source>
        <translation>Hukum ini tidak mengizinkan penolakan di sini. Lihat apa yang diperbolehkannya sebagai gantinya.</translation>
    </message>
</context>
<context>
    <name>NewBreachDialog</name>
    <message>
        <source>New breach of personal data</source>
        <translation>Kegagalan pelindungan data pribadi baru</translation>
    </message>
    <message>
        <source>The clocks run from the moment at which the office became aware of the breach, law by law. What is not known yet is filled in later: do not wait for it.</source>
        <translation>Jangka waktu berjalan sejak kantor mengetahui kegagalan, menurut setiap hukum. Yang belum diketahui diisi kemudian: jangan menunggunya.</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>&amp;Buka perkara</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Diketahui sejak</translation>
    </message>
    <message>
        <source>It is kno&amp;wn when it happened</source>
        <translation>&amp;Waktu kejadiannya diketahui</translation>
    </message>
    <message>
        <source>It was s&amp;uspected before</source>
        <translation>Sebelumnya sudah di&amp;duga</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Judul</translation>
    </message>
    <message>
        <source>a few words without names, such as: backup on a stolen laptop</source>
        <translation>beberapa kata tanpa nama, misalnya: cadangan di laptop yang dicuri</translation>
    </message>
    <message>
        <source>What &amp;happened, as far as it is known</source>
        <translation>Apa yang &amp;terjadi, sejauh diketahui</translation>
    </message>
    <message>
        <source>&amp;Known since</source>
        <translation>Diketahui &amp;sejak</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Kapan terjadi</translation>
    </message>
    <message>
        <source>When it was suspected</source>
        <translation>Kapan diduga</translation>
    </message>
    <message>
        <source>Laws of the people concerned, and the place of each</source>
        <translation>Hukum orang-orang yang terdampak, dan tempat masing-masing</translation>
    </message>
    <message>
        <source>Give the breach a title.</source>
        <translation>Beri judul pada kegagalan ini.</translation>
    </message>
    <message>
        <source>Choose a time that exists.</source>
        <translation>Pilih waktu yang ada.</translation>
    </message>
    <message>
        <source>This is after it became known.</source>
        <translation>Ini setelah kegagalan diketahui.</translation>
    </message>
    <message>
        <source>Choose at least one law, and the place of each.</source>
        <translation>Pilih sedikitnya satu hukum, dan tempat masing-masing.</translation>
    </message>
    <message>
        <source>Open cases also stand under: {laws}</source>
        <translation>Perkara terbuka juga menurut: {laws}</translation>
    </message>
</context>
<context>
    <name>NewMatterDialog</name>
    <message>
        <source>New regulator matter</source>
        <translation>Perkara otoritas baru</translation>
    </message>
    <message>
        <source>What an authority asks of Onee, or what Onee brings to one. The authority&apos;s own deadline runs beside the limits of the law; nobody but the authority makes it later.</source>
        <translation>Yang diminta otoritas dari Onee, atau yang diajukan Onee kepada otoritas. Tenggat dari otoritas berjalan di samping batas waktu menurut hukum; hanya otoritas yang dapat memundurkannya.</translation>
    </message>
    <message>
        <source>&amp;Open the matter</source>
        <translation>&amp;Buka perkara</translation>
    </message>
    <message>
        <source>Choose the authority</source>
        <translation>Pilih otoritas</translation>
    </message>
    <message>
        <source>Why this authority is competent</source>
        <translation>Mengapa otoritas ini berwenang</translation>
    </message>
    <message>
        <source>Onee turns to the authority</source>
        <translation>Onee menghubungi otoritas</translation>
    </message>
    <message>
        <source>Arrived, or sent</source>
        <translation>Tiba, atau dikirim</translation>
    </message>
    <message>
        <source>The authority&apos;s deadline</source>
        <translation>Tenggat dari otoritas</translation>
    </message>
    <message>
        <source>The authority sets a deadline</source>
        <translation>Otoritas menetapkan tenggat</translation>
    </message>
    <message>
        <source>we aim at</source>
        <translation>kami menargetkan</translation>
    </message>
    <message>
        <source>The authority&apos;s letter</source>
        <translation>Surat otoritas</translation>
    </message>
    <message>
        <source>There is no such case. Leave this empty if the matter is about none.</source>
        <translation>Perkara itu tidak ada. Kosongkan bila tidak mengenai perkara apa pun.</translation>
    </message>
    <message>
        <source>Choose the authority.</source>
        <translation>Pilih otoritasnya.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>Who begins</source>
        <translation>Siapa yang memulai</translation>
    </message>
    <message>
        <source>A&amp;bout the case (number; may stay empty)</source>
        <translation>M&amp;engenai perkara (nomor; boleh kosong)</translation>
    </message>
    <message>
        <source>&amp;Person concerned (may stay empty)</source>
        <translation>&amp;Orang yang bersangkutan (boleh kosong)</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>Otorit&amp;as</translation>
    </message>
    <message>
        <source>&amp;Why this authority is competent</source>
        <translation>&amp;Mengapa otoritas ini berwenang</translation>
    </message>
    <message>
        <source>A&amp;rrived, or sent</source>
        <translation>&amp;Tiba, atau dikirim</translation>
    </message>
    <message>
        <source>B&amp;y which way</source>
        <translation>&amp;Lewat apa</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Perihal</translation>
    </message>
    <message>
        <source>The authority&apos;s refere&amp;nce</source>
        <translation>Nomor &amp;rujukan otoritas</translation>
    </message>
    <message>
        <source>Its off&amp;icer</source>
        <translation>Pet&amp;ugasnya</translation>
    </message>
    <message>
        <source>&amp;Legal basis, in its words</source>
        <translation>&amp;Dasar hukum, dengan kata-katanya</translation>
    </message>
    <message>
        <source>The authority&apos;s &amp;deadline</source>
        <translation>Ten&amp;ggat dari otoritas</translation>
    </message>
    <message>
        <source>Our own &amp;target</source>
        <translation>Target &amp;kantor sendiri</translation>
    </message>
    <message>
        <source>L&amp;etter</source>
        <translation>&amp;Surat</translation>
    </message>
    <message>
        <source>There is no such case.</source>
        <translation>Perkara itu tidak ada.</translation>
    </message>
    <message>
        <source>Proposed: {authority}</source>
        <translation>Diusulkan: {authority}</translation>
    </message>
    <message>
        <source>Not proposed. Say why this authority is competent.</source>
        <translation>Tidak diusulkan. Sebutkan mengapa otoritas ini berwenang.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>safe {safe}</source>
        <translation>aman {safe}</translation>
    </message>
    <message>
        <source>by {by}</source>
        <translation>paling lambat {by}</translation>
    </message>
    <message>
        <source>by {by}; to be safe, by {safe}</source>
        <translation>paling lambat {by}; agar aman, {safe}</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Add a note to {number}</source>
        <translation>Tambah catatan pada {number}</translation>
    </message>
    <message>
        <source>Notes stay in the office. The person may still see them when they ask for access to this file.</source>
        <translation>Catatan tetap di kantor. Orangnya tetap dapat melihatnya bila meminta akses ke berkas ini.</translation>
    </message>
    <message>
        <source>&amp;Keep the note</source>
        <translation>&amp;Simpan catatan</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Tulis sesuatu lebih dahulu.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Tutup pemberitahuan</translation>
    </message>
</context>
<context>
    <name>OfficeDayDialog</name>
    <message>
        <source>Add a day to a calendar</source>
        <translation>Tambah hari ke kalender</translation>
    </message>
    <message>
        <source>A holiday that was declared late holds for new cases at once. Open deadlines that it would move are shown before and after, and move only when you accept it.</source>
        <translation>Hari libur yang ditetapkan belakangan langsung berlaku bagi perkara baru. Tenggat terbuka yang akan bergeser ditampilkan sebelum dan sesudahnya, dan baru bergeser setelah Anda menerimanya.</translation>
    </message>
    <message>
        <source>Add the day</source>
        <translation>Tambah hari</translation>
    </message>
    <message>
        <source>Rest day</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>Hari kerja</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>It is a</source>
        <translation>Hari itu adalah</translation>
    </message>
    <message>
        <source>Name of the day</source>
        <translation>Nama hari</translation>
    </message>
    <message>
        <source>Where this is published</source>
        <translation>Di mana hal ini diumumkan</translation>
    </message>
    <message>
        <source>Name the day; the reckoning of a deadline names it.</source>
        <translation>Beri nama hari itu; perhitungan tenggat menyebutnya.</translation>
    </message>
    <message>
        <source>Say where this is published; a deadline rests on it.</source>
        <translation>Sebutkan di mana hal ini diumumkan; tenggat bertumpu padanya.</translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <source>Add an officer</source>
        <translation>Tambah petugas</translation>
    </message>
    <message>
        <source>Each officer opens the store with a passphrase of their own; the journal names who did what.</source>
        <translation>Setiap petugas membuka penyimpanan dengan frasa sandinya sendiri; jurnal menyebut siapa melakukan apa.</translation>
    </message>
    <message>
        <source>Add the officer</source>
        <translation>Tambah petugas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Title, as it stands under letters</source>
        <translation>Jabatan, seperti di bawah surat</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Frasa sandi sekali lagi</translation>
    </message>
    <message>
        <source>Type the officer&apos;s name.</source>
        <translation>Ketik nama petugas.</translation>
    </message>
    <message>
        <source>The officer types a passphrase here.</source>
        <translation>Petugas mengetik frasa sandi di sini.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>Kedua frasa sandi berbeda. Ketik yang sama dua kali.</translation>
    </message>
</context>
<context>
    <name>OneFile</name>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Pili&amp;h berkas…</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>tidak ada berkas</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Setiap berkas (*)</translation>
    </message>
    <message>
        <source>{name} cannot be read, is empty or too large</source>
        <translation>{name} tidak dapat dibaca, kosong, atau terlalu besar</translation>
    </message>
</context>
<context>
    <name>OpenSealedDialog</name>
    <message>
        <source>Sealed file</source>
        <translation>Berkas tersegel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Passphrase that you were told</source>
        <translation>&amp;Frasa sandi yang diberitahukan kepada Anda</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>Pilih berkasnya.</translation>
    </message>
    <message>
        <source>Type the passphrase that you were told.</source>
        <translation>Ketik frasa sandi yang diberitahukan kepada Anda.</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Naikkan</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>T&amp;urunkan</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>decided by {name} on {day}</source>
        <translation>diputuskan oleh {name} pada {day}</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>Putus&amp;kan…</translation>
    </message>
    <message>
        <source>&amp;Pass on to an authority…</source>
        <translation>Teruskan kepada &amp;otoritas…</translation>
    </message>
    <message>
        <source>Where it cannot be settled with the person</source>
        <translation>Bila tidak dapat diselesaikan dengan orangnya</translation>
    </message>
    <message>
        <source>Not decided. Nothing was investigated yet.</source>
        <translation>Belum diputuskan. Belum ada yang diselidiki.</translation>
    </message>
    <message>
        <source>Not decided. No finding with evidence yet for: {numbers}.</source>
        <translation>Belum diputuskan. Belum ada temuan beserta bukti untuk: {numbers}.</translation>
    </message>
    <message>
        <source>Not decided. Every question has its finding.</source>
        <translation>Belum diputuskan. Setiap pertanyaan sudah ada temuannya.</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>&amp;Set the date by hand</source>
        <translation>&amp;Tetapkan tanggal manual</translation>
    </message>
    <message>
        <source>&amp;Take the date back</source>
        <translation>&amp;Cabut tanggal</translation>
    </message>
    <message>
        <source>Set a date of {number} by hand</source>
        <translation>Tetapkan tanggal {number} secara manual</translation>
    </message>
    <message>
        <source>A date set by hand counts in every list and letter instead of the reckoned one. It shows forever as set by hand, with your name, the reason and the reckoned date beside it.</source>
        <translation>Tanggal manual berlaku dalam setiap daftar dan surat menggantikan hasil hitungan. Tanggal itu selamanya ditandai manual, beserta nama Anda, alasannya, dan tanggal hasil hitungan.</translation>
    </message>
    <message>
        <source>The day that shall count</source>
        <translation>Hari yang berlaku</translation>
    </message>
    <message>
        <source>The moment that shall count</source>
        <translation>Saat yang berlaku</translation>
    </message>
    <message>
        <source>&amp;Which deadline</source>
        <translation>T&amp;enggat yang mana</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Yang dilakukan</translation>
    </message>
    <message>
        <source>The &amp;day that shall count</source>
        <translation>&amp;Hari yang berlaku</translation>
    </message>
    <message>
        <source>The &amp;moment that shall count</source>
        <translation>&amp;Saat yang berlaku</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>It is kept in the history and printed with the date.</source>
        <translation>Disimpan dalam riwayat dan dicetak bersama tanggalnya.</translation>
    </message>
    <message>
        <source>What the law gives</source>
        <translation>Menurut hukum</translation>
    </message>
    <message>
        <source>No deadline of this case has a date that could be set.</source>
        <translation>Tidak ada tenggat perkara ini yang tanggalnya dapat ditetapkan.</translation>
    </message>
    <message>
        <source>This is the reckoned date already. Choose another one.</source>
        <translation>Ini sudah tanggal hasil hitungan. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Give the reason. Whoever reads this file later must understand it.</source>
        <translation>Berikan alasannya. Siapa pun yang membaca berkas ini kelak harus memahaminya.</translation>
    </message>
    <message>
        <source>The limit ends when this day ends in {zone}.</source>
        <translation>Batas waktu berakhir ketika hari ini berakhir di {zone}.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>No words were kept with this request.</source>
        <translation>Tidak ada kata-kata yang disimpan bersama permintaan ini.</translation>
    </message>
    <message>
        <source>{channel}, received {at}; the time comes from {source}.</source>
        <translation>{channel}, diterima {at}; waktunya berasal dari {source}.</translation>
    </message>
    <message>
        <source>Answer in {language}</source>
        <translation>Jawab dalam {language}</translation>
    </message>
    <message>
        <source>Data subject</source>
        <translation>Subjek data</translation>
    </message>
    <message>
        <source>Customer since {year}</source>
        <translation>Pelanggan sejak {year}</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Ditulis oleh</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier case(s)</source>
        <translation>
            <numerusform>%n perkara sebelumnya</numerusform>
        </translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>belum diputuskan</translation>
    </message>
    <message>
        <source>decided {day}</source>
        <translation>diputuskan {day}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
</context>
<context>
    <name>OwnKeyDialog</name>
    <message>
        <source>Make my key</source>
        <translation>Buat kunci saya</translation>
    </message>
    <message>
        <source>Your key signs your answers to review packets. Its private half never leaves this store and opens only with your passphrase; read the public half out to the other office.</source>
        <translation>Kunci Anda menandatangani jawaban Anda atas paket tinjauan. Bagian pribadinya tidak pernah keluar dari penyimpanan ini dan hanya terbuka dengan frasa sandi Anda; bacakan bagian publiknya kepada kantor lain.</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Buat</translation>
    </message>
    <message>
        <source>Your own &amp;passphrase</source>
        <translation>&amp;Frasa sandi Anda sendiri</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Ketik frasa sandi Anda.</translation>
    </message>
</context>
<context>
    <name>PacketPage</name>
    <message>
        <source>&amp;Open a packet…</source>
        <translation>B&amp;uka paket…</translation>
    </message>
    <message>
        <source>&amp;Take an answer in…</source>
        <translation>&amp;Terima jawaban…</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Jawab…</translation>
    </message>
    <message>
        <source>&amp;Close the packet</source>
        <translation>Tutup pa&amp;ket</translation>
    </message>
    <message>
        <source>A packet to review</source>
        <translation>Paket untuk ditinjau</translation>
    </message>
    <message>
        <source>Another office asks for your approval. Open its packet, read it, and send your signed answer back.</source>
        <translation>Kantor lain meminta persetujuan Anda. Buka paketnya, baca, lalu kirim kembali jawaban yang Anda tandatangani.</translation>
    </message>
    <message>
        <source>An answer that came back</source>
        <translation>Jawaban yang kembali</translation>
    </message>
    <message>
        <source>Take the answer to one of your packets in. You see what it says before anything is recorded.</source>
        <translation>Terima jawaban atas salah satu paket Anda. Anda melihat isinya sebelum apa pun dicatat.</translation>
    </message>
    <message>
        <source>Keys of reviewers</source>
        <translation>Kunci peninjau</translation>
    </message>
    <message>
        <source>Read your key out to the other office on the telephone, and add the keys of officers who work elsewhere.</source>
        <translation>Bacakan kunci Anda kepada kantor lain lewat telepon, dan tambahkan kunci petugas yang bekerja di tempat lain.</translation>
    </message>
    <message>
        <source>&amp;Make my key…</source>
        <translation>Buat kunci sa&amp;ya…</translation>
    </message>
    <message>
        <source>Add a &amp;reviewer…</source>
        <translation>T&amp;ambah peninjau…</translation>
    </message>
    <message>
        <source>You have no key yet.</source>
        <translation>Anda belum memiliki kunci.</translation>
    </message>
    <message>
        <source>Your key: {key}</source>
        <translation>Kunci Anda: {key}</translation>
    </message>
    <message>
        <source>signs here</source>
        <translation>menandatangani di sini</translation>
    </message>
    <message>
        <source>works elsewhere</source>
        <translation>bekerja di tempat lain</translation>
    </message>
    <message>
        <source>Review packets</source>
        <translation>Paket tinjauan</translation>
    </message>
    <message>
        <source>The letter as it would leave</source>
        <translation>Surat sebagaimana akan keluar</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>{name} of {office} asks on {on}: {words}</source>
        <translation>{name} dari {office} meminta pada {on}: {words}</translation>
    </message>
    <message>
        <source>please approve</source>
        <translation>mohon disetujui</translation>
    </message>
    <message>
        <source>This letter cannot be drawn here. Save it from the packet instead.</source>
        <translation>Surat ini tidak dapat digambar di sini. Simpanlah dari paketnya.</translation>
    </message>
    <message>
        <source>Letter as it was drawn</source>
        <translation>Surat sebagaimana digambar</translation>
    </message>
    <message>
        <source>For reading only</source>
        <translation>Hanya untuk dibaca</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Simpan salinan {name}</translation>
    </message>
    <message>
        <source>A copy was saved as {file}.</source>
        <translation>Salinan disimpan sebagai {file}.</translation>
    </message>
    <message>
        <source>Open a review packet</source>
        <translation>Buka paket tinjauan</translation>
    </message>
    <message>
        <source>The packet is opened for reading only. Every byte of it is proved first; nothing of it is kept here.</source>
        <translation>Paket dibuka hanya untuk dibaca. Setiap bitanya dibuktikan lebih dahulu; tidak ada bagiannya yang disimpan di sini.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>B&amp;uka</translation>
    </message>
    <message>
        <source>Review packets (*{suffix})</source>
        <translation>Paket tinjauan (*{suffix})</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Setiap berkas (*)</translation>
    </message>
    <message>
        <source>Take an answer in</source>
        <translation>Terima jawaban</translation>
    </message>
    <message>
        <source>The signature, the packet and the content are checked. You see what it says before anything is recorded.</source>
        <translation>Tanda tangan, paket, dan isinya diperiksa. Anda melihat isinya sebelum apa pun dicatat.</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Lihat</translation>
    </message>
    <message>
        <source>Answers (*{suffix})</source>
        <translation>Jawaban (*{suffix})</translation>
    </message>
    <message>
        <source>The answer of {name} to {number} is recorded.</source>
        <translation>Jawaban {name} atas {number} tercatat.</translation>
    </message>
    <message>
        <source>Your answer to {number} is signed and saved. Send it back.</source>
        <translation>Jawaban Anda atas {number} ditandatangani dan disimpan. Kirimkan kembali.</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Parts of the page</source>
        <translation>Bagian halaman</translation>
    </message>
</context>
<context>
    <name>PaperOutput</name>
    <message>
        <source>Print {number}</source>
        <translation>Cetak {number}</translation>
    </message>
    <message>
        <source>Save {number} as PDF</source>
        <translation>Simpan {number} sebagai PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Berkas PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save {number} as a table</source>
        <translation>Simpan {number} sebagai tabel</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Save the e-mail draft of {number}</source>
        <translation>Simpan konsep surel {number}</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>Surel (*.eml)</translation>
    </message>
    <message>
        <source>Printing {number}…</source>
        <translation>Mencetak {number}…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of {number} sent to the printer.</source>
        <translation>
            <numerusform>%n halaman {number} dikirim ke pencetak.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} saved as {file}.</source>
        <translation>{number} disimpan sebagai {file}.</translation>
    </message>
    <message>
        <source>This PDF cannot be read, so nothing was printed. Check the store before you go on.</source>
        <translation>PDF ini tidak dapat dibaca, jadi tidak ada yang dicetak. Periksa penyimpanan sebelum melanjutkan.</translation>
    </message>
    <message>
        <source>The printer took no page, or not all of them. Check that it is on and has paper, then print again.</source>
        <translation>Pencetak tidak menerima halaman, atau tidak semuanya. Pastikan pencetak menyala dan berisi kertas, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Make room or choose another place.</source>
        <translation>Disk penuh, jadi tidak ada yang disimpan. Kosongkan ruang atau pilih tempat lain.</translation>
    </message>
    <message>
        <source>You may not write in that place, so nothing was saved. Choose another folder.</source>
        <translation>Anda tidak boleh menulis di tempat itu, jadi tidak ada yang disimpan. Pilih folder lain.</translation>
    </message>
    <message>
        <source>The file could not be written there, and nothing was left behind. Choose another folder.</source>
        <translation>Berkas tidak dapat ditulis di sana, dan tidak ada yang tertinggal. Pilih folder lain.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Tidak dilaksanakan</translation>
    </message>
</context>
<context>
    <name>PaperViewDialog</name>
    <message>
        <source>This paper cannot be shown.</source>
        <translation>Kertas ini tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Simpan PDF…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
</context>
<context>
    <name>ParagraphList</name>
    <message>
        <source>No paragraph can be read in this text. Look at the text itself.</source>
        <translation>Tidak ada paragraf yang terbaca dalam teks ini. Lihat teksnya sendiri.</translation>
    </message>
    <message>
        <source>always printed</source>
        <translation>selalu dicetak</translation>
    </message>
    <message>
        <source>{kind} {number}: {when}</source>
        <translation>{kind} {number}: {when}</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Perihal</translation>
    </message>
    <message>
        <source>Shared with other letters: {part}</source>
        <translation>Bersama surat lain: {part}</translation>
    </message>
    <message>
        <source>Write out here</source>
        <translation>Tuliskan di sini</translation>
    </message>
    <message>
        <source>Write out here: {part}</source>
        <translation>Tuliskan di sini: {part}</translation>
    </message>
    <message>
        <source>Puts the words of the shared part into this letter, so that they can be changed here alone.</source>
        <translation>Menaruh kata-kata bagian bersama ke dalam surat ini, sehingga dapat diubah di sini saja.</translation>
    </message>
</context>
<context>
    <name>PassOnDialog</name>
    <message>
        <source>Pass {number} on to an authority</source>
        <translation>Teruskan {number} kepada otoritas</translation>
    </message>
    <message>
        <source>Where the office cannot settle a complaint with the person, it cooperates with the authority. A regulator matter is opened about the complaint; the complaint stays open until it is decided or closed here.</source>
        <translation>Bila kantor tidak dapat menyelesaikan pengaduan dengan orangnya, kantor bekerja sama dengan otoritas. Perkara otoritas dibuka mengenai pengaduan itu; pengaduan tetap terbuka sampai diputuskan atau ditutup di sini.</translation>
    </message>
    <message>
        <source>&amp;Pass on</source>
        <translation>&amp;Teruskan</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Diteruskan pada</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>&amp;Otoritas</translation>
    </message>
    <message>
        <source>Passed &amp;on</source>
        <translation>&amp;Diteruskan pada</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>why it could not be settled, and why this authority</source>
        <translation>mengapa tidak dapat diselesaikan, dan mengapa otoritas ini</translation>
    </message>
    <message>
        <source>Say why the complaint is passed on.</source>
        <translation>Sebutkan mengapa pengaduan diteruskan.</translation>
    </message>
    <message>
        <source>No authority of the laws of this case is in the directory.</source>
        <translation>Direktori tidak memuat otoritas untuk hukum perkara ini.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change your passphrase</source>
        <translation>Ganti frasa sandi Anda</translation>
    </message>
    <message>
        <source>The old passphrase opens nothing from then on, except backups that were made before.</source>
        <translation>Frasa sandi lama tidak membuka apa pun lagi, kecuali cadangan yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Ganti frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>Frasa sandi sampai sekarang</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frasa sandi baru</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Frasa sandi baru sekali lagi</translation>
    </message>
    <message>
        <source>Type your passphrase until now.</source>
        <translation>Ketik frasa sandi Anda sampai sekarang.</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>Ketik frasa sandi baru.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>Kedua frasa sandi berbeda. Ketik yang sama dua kali.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password of {number}</source>
        <translation>Kata sandi {number}</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Salin kata sandi</translation>
    </message>
    <message>
        <source>I &amp;have noted it</source>
        <translation>Sudah saya &amp;catat</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>Sudah saya catat</translation>
    </message>
    <message>
        <source>This password opens the encrypted letter. It is shown once and kept nowhere: tell it to the person another way, such as by telephone or a text message, never in the same e-mail.</source>
        <translation>Kata sandi ini membuka surat terenkripsi. Kata sandi ditampilkan sekali dan tidak disimpan di mana pun: sampaikan kepada orangnya lewat jalan lain, misalnya telepon atau pesan singkat, jangan pernah dalam surel yang sama.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is emptied after {count} seconds.</source>
        <translation>Disalin. Papan klip dikosongkan setelah {count} detik.</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause a clock of {number}</source>
        <translation>Jeda jangka waktu {number}</translation>
    </message>
    <message>
        <source>A clock stands still only for what its own law lets it wait for. Record what the person was asked, and when.</source>
        <translation>Jangka waktu hanya berhenti untuk hal yang boleh ditunggu menurut hukumnya sendiri. Catat apa yang diminta dari pemohon, dan kapan.</translation>
    </message>
    <message>
        <source>&amp;Pause the clock</source>
        <translation>&amp;Jeda jangka waktu</translation>
    </message>
    <message>
        <source>What the person was asked for</source>
        <translation>Yang diminta dari pemohon</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Diminta pada</translation>
    </message>
    <message>
        <source>The person was asked for</source>
        <translation>Pemohon diminta</translation>
    </message>
    <message>
        <source>Asked &amp;on</source>
        <translation>Diminta &amp;pada</translation>
    </message>
    <message>
        <source>What was asked, in &amp;words</source>
        <translation>Permintaannya, dengan &amp;kata-kata</translation>
    </message>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
    <message>
        <source>No law of this case lets a clock wait for anything more.</source>
        <translation>Tidak ada hukum perkara ini yang membolehkan jangka waktu menunggu hal lain.</translation>
    </message>
    <message>
        <source>Write down what was asked.</source>
        <translation>Tuliskan apa yang diminta.</translation>
    </message>
    <message>
        <source>Proof of identity</source>
        <translation>Bukti identitas</translation>
    </message>
    <message>
        <source>What exactly they want</source>
        <translation>Apa tepatnya yang diminta</translation>
    </message>
    <message>
        <source>A fee</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Asked on {day} and not answered yet: the clock waits already.</source>
        <translation>Diminta pada {day} dan belum dijawab: jangka waktu sudah menunggu.</translation>
    </message>
    <message>
        <source>No law of this case lets a clock wait for this. You may still ask; the clock runs on.</source>
        <translation>Tidak ada hukum perkara ini yang membolehkan jangka waktu menunggu hal ini. Anda tetap boleh meminta; jangka waktu terus berjalan.</translation>
    </message>
    <message>
        <source>Nothing can be chosen here.</source>
        <translation>Tidak ada yang dapat dipilih.</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Show the page smaller</source>
        <translation>Tampilkan halaman lebih kecil</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Selebar jendela</translation>
    </message>
    <message>
        <source>Fit the page to the width</source>
        <translation>Paskan halaman dengan lebar jendela</translation>
    </message>
    <message>
        <source>Show the page larger</source>
        <translation>Tampilkan halaman lebih besar</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Pilih gambar…</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Investigation</source>
        <translation>Penyelidikan</translation>
    </message>
    <message>
        <source>Questions of the investigation</source>
        <translation>Pertanyaan penyelidikan</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Pertanyaan baru</translation>
    </message>
    <message>
        <source>New question, then Enter</source>
        <translation>Pertanyaan baru, lalu Enter</translation>
    </message>
    <message>
        <source>Add q&amp;uestion</source>
        <translation>Tambah p&amp;ertanyaan</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>Siapa yang ditanya</translation>
    </message>
    <message>
        <source>a person, a team, a system</source>
        <translation>orang, tim, atau sistem</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>the finding</source>
        <translation>temuan</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>What has to be found out before this complaint can be decided? Put one question after the other; each needs a finding and what proves it.</source>
        <translation>Apa yang harus diketahui sebelum pengaduan ini dapat diputuskan? Ajukan pertanyaan satu per satu; masing-masing memerlukan temuan dan buktinya.</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>Pertan&amp;yaan</translation>
    </message>
    <message>
        <source>&amp;Who is asked</source>
        <translation>S&amp;iapa yang ditanya</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>Tem&amp;uan</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Yang membuktikannya</translation>
    </message>
    <message>
        <source>found</source>
        <translation>ada temuan</translation>
    </message>
    <message>
        <source>no evidence yet</source>
        <translation>belum ada bukti</translation>
    </message>
    <message>
        <source>open</source>
        <translation>terbuka</translation>
    </message>
    <message>
        <source>{done} of {count} found</source>
        <translation>{done} dari {count} ada temuannya</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Alt+Up in the list</source>
        <translation>Alt+Atas dalam daftar</translation>
    </message>
    <message>
        <source>Alt+Down in the list</source>
        <translation>Alt+Bawah dalam daftar</translation>
    </message>
</context>
<context>
    <name>PlannerGrid</name>
    <message>
        <source>Calendar of deadlines</source>
        <translation>Kalender tenggat</translation>
    </message>
</context>
<context>
    <name>PlannerModel</name>
    <message>
        <source>safe {number}</source>
        <translation>aman {number}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>rest day of the office</source>
        <translation>hari libur kantor</translation>
    </message>
    <message>
        <source>weekly rest day ({place})</source>
        <translation>hari libur mingguan ({place})</translation>
    </message>
</context>
<context>
    <name>PostingTable</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>Nomor kiriman</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>belum dikirim</translation>
    </message>
</context>
<context>
    <name>PrintRunDialog</name>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation>
            <numerusform>Cetak %n surat</numerusform>
        </translation>
    </message>
    <message>
        <source>The letter as it will be printed</source>
        <translation>Surat sebagaimana akan dicetak</translation>
    </message>
    <message>
        <source>Letters of the run</source>
        <translation>Surat dalam kumpulan cetak</translation>
    </message>
    <message>
        <source>one print job for all</source>
        <translation>satu tugas cetak untuk semua</translation>
    </message>
    <message>
        <source>one print job for each letter</source>
        <translation>satu tugas cetak untuk setiap surat</translation>
    </message>
    <message>
        <source>Paper is printed on &amp;both sides: each letter begins on a fresh sheet</source>
        <translation>Kertas dicetak &amp;bolak-balik: setiap surat mulai di lembar baru</translation>
    </message>
    <message>
        <source>How far the printing is</source>
        <translation>Kemajuan pencetakan</translation>
    </message>
    <message>
        <source>&amp;Printer and paper…</source>
        <translation>&amp;Pencetak dan kertas…</translation>
    </message>
    <message>
        <source>S&amp;top after this letter</source>
        <translation>Berhenti setelah surat &amp;ini</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>&amp;Sent as</source>
        <translation>&amp;Dikirim sebagai</translation>
    </message>
    <message>
        <source>The letter&apos;s file cannot be read. Check the store before you go on.</source>
        <translation>Berkas surat tidak dapat dibaca. Periksa penyimpanan sebelum melanjutkan.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n surat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of paper for one copy</source>
        <translation>
            <numerusform>%n lembar kertas untuk satu salinan</numerusform>
        </translation>
    </message>
    <message>
        <source>page %v of %m</source>
        <translation>halaman %v dari %m</translation>
    </message>
    <message>
        <source>The run ends after the letter that is being printed.</source>
        <translation>Pencetakan berakhir setelah surat yang sedang dicetak.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) sent to the printer.</source>
        <translation>
            <numerusform>%n surat dikirim ke pencetak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) not printed yet.</source>
        <translation>
            <numerusform>%n surat belum dicetak.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Print the rest…</source>
        <translation>&amp;Cetak sisanya…</translation>
    </message>
</context>
<context>
    <name>ProportionalitySection</name>
    <message>
        <source>Proportion</source>
        <translation>Kesebandingan</translation>
    </message>
    <message>
        <source>What the person gains</source>
        <translation>Manfaat bagi orangnya</translation>
    </message>
    <message>
        <source>What it costs the office</source>
        <translation>Biayanya bagi kantor</translation>
    </message>
    <message>
        <source>What would lessen the burden</source>
        <translation>Yang akan meringankan beban</translation>
    </message>
    <message>
        <source>What part of the burden is the office&apos;s own doing</source>
        <translation>Bagian beban yang disebabkan kantor sendiri</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Kesimpulannya</translation>
    </message>
</context>
<context>
    <name>QuestionTable</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>The authority asks</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>QuestionWordsDialog</name>
    <message>
        <source>Question {number}</source>
        <translation>Pertanyaan {number}</translation>
    </message>
    <message>
        <source>The words of the authority as its letter has them; its own number where it gives one.</source>
        <translation>Kata-kata otoritas seperti dalam suratnya; nomornya sendiri bila ada.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Take this question out of the list</source>
        <translation>Keluarkan pertanyaan ini dari daftar</translation>
    </message>
    <message>
        <source>The authority&apos;s own &amp;number</source>
        <translation>&amp;Nomor dari otoritas</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Pertanyaan</translation>
    </message>
    <message>
        <source>By mistake</source>
        <translation>Karena keliru</translation>
    </message>
    <message>
        <source>A question needs words.</source>
        <translation>Pertanyaan memerlukan kata-kata.</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Questions of the authority</source>
        <translation>Pertanyaan otoritas</translation>
    </message>
    <message>
        <source>Add &amp;questions…</source>
        <translation>Tambah per&amp;tanyaan…</translation>
    </message>
    <message>
        <source>No question is entered. Paste them from the authority&apos;s letter.</source>
        <translation>Belum ada pertanyaan. Tempelkan dari surat otoritas.</translation>
    </message>
    <message>
        <source>{done} of {all} answered</source>
        <translation>{done} dari {all} dijawab</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>&amp;Save the answer</source>
        <translation>Simp&amp;an jawaban</translation>
    </message>
    <message>
        <source>Co&amp;rrect the question…</source>
        <translation>Bet&amp;ulkan pertanyaan…</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>P&amp;etugas</translation>
    </message>
    <message>
        <source>S&amp;tate</source>
        <translation>Kea&amp;daan</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>a file that is no longer here</source>
        <translation>berkas yang tidak ada lagi di sini</translation>
    </message>
    <message>
        <source>Take away: {evidence}</source>
        <translation>Hapus: {evidence}</translation>
    </message>
    <message>
        <source>+ evidence</source>
        <translation>+ bukti</translation>
    </message>
    <message>
        <source>Add evidence for this answer</source>
        <translation>Tambah bukti untuk jawaban ini</translation>
    </message>
    <message>
        <source>Attach a file to the matter first.</source>
        <translation>Lampirkan dahulu berkas pada perkara.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Belum disimpan.</translation>
    </message>
    <message>
        <source>This answer was sent to the authority; it stays as it was sent.</source>
        <translation>Jawaban ini sudah dikirim kepada otoritas; tetap seperti yang dikirim.</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Questions of the authority in {number}</source>
        <translation>Pertanyaan otoritas dalam {number}</translation>
    </message>
    <message>
        <source>Paste the questions from the letter: each line becomes a question with its own answer, owner and evidence.</source>
        <translation>Tempelkan pertanyaan dari surat: setiap baris menjadi satu pertanyaan dengan jawaban, petugas, dan buktinya sendiri.</translation>
    </message>
    <message>
        <source>&amp;Add the questions</source>
        <translation>&amp;Tambah pertanyaan</translation>
    </message>
    <message>
        <source>&amp;Questions, one on each line</source>
        <translation>&amp;Pertanyaan, satu per baris</translation>
    </message>
    <message>
        <source>&amp;Who answers them</source>
        <translation>&amp;Siapa yang menjawabnya</translation>
    </message>
    <message>
        <source>Enter at least one question.</source>
        <translation>Isi sedikitnya satu pertanyaan.</translation>
    </message>
</context>
<context>
    <name>RecordClarificationDialog</name>
    <message>
        <source>Record the answer and when it arrived. A paused clock goes on from that day.</source>
        <translation>Catat jawabannya dan kapan datang. Tenggat yang berhenti berjalan lagi sejak hari itu.</translation>
    </message>
    <message>
        <source>Asked was: {question}</source>
        <translation>Yang ditanyakan: {question}</translation>
    </message>
    <message>
        <source>Record the person&apos;s answer</source>
        <translation>Catat jawaban orangnya</translation>
    </message>
    <message>
        <source>&amp;Record the answer</source>
        <translation>&amp;Catat jawaban</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>Sampai pada</translation>
    </message>
    <message>
        <source>The &amp;answer</source>
        <translation>&amp;Jawaban</translation>
    </message>
    <message>
        <source>Arrived &amp;on</source>
        <translation>&amp;Sampai pada</translation>
    </message>
    <message>
        <source>Write down what the person answered.</source>
        <translation>Tuliskan apa jawaban orangnya.</translation>
    </message>
</context>
<context>
    <name>RecordEventDialog</name>
    <message>
        <source>Record an event in {number}</source>
        <translation>Catat peristiwa dalam {number}</translation>
    </message>
    <message>
        <source>Some limits begin with an event after the request: a decision, a complaint, a letter that arrived.</source>
        <translation>Sebagian batas waktu dimulai dengan peristiwa setelah permohonan: keputusan, pengaduan, surat yang sampai.</translation>
    </message>
    <message>
        <source>&amp;Record the event</source>
        <translation>&amp;Catat peristiwa</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>Apa yang &amp;terjadi</translation>
    </message>
    <message>
        <source>Happened &amp;on</source>
        <translation>Terjadi &amp;pada</translation>
    </message>
    <message>
        <source>Re&amp;mark (may stay empty)</source>
        <translation>Kete&amp;rangan (boleh kosong)</translation>
    </message>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
    <message>
        <source>No law of this case counts from a further event.</source>
        <translation>Tidak ada hukum perkara ini yang menghitung dari peristiwa lain.</translation>
    </message>
    <message>
        <source>Nothing can be chosen here.</source>
        <translation>Tidak ada yang dapat dipilih.</translation>
    </message>
    <message>
        <source>Begins: {limits}.</source>
        <translation>Memulai: {limits}.</translation>
    </message>
    <message>
        <source>Begins no limit of its own.</source>
        <translation>Tidak memulai batas waktu sendiri.</translation>
    </message>
    <message>
        <source>Recorded so far: {count}.</source>
        <translation>Sudah dicatat: {count}.</translation>
    </message>
</context>
<context>
    <name>RecordIdentityDialog</name>
    <message>
        <source>Record proof of identity</source>
        <translation>Catat bukti identitas</translation>
    </message>
    <message>
        <source>Record what the person sent and whether it proves who they are. A paused clock goes on from here.</source>
        <translation>Catat apa yang dikirim orangnya dan apakah itu membuktikan siapa dia. Tenggat yang berhenti berjalan lagi dari sini.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>Identity is proved</source>
        <translation>Identitas terbukti</translation>
    </message>
    <message>
        <source>Papers arrived, not checked yet</source>
        <translation>Bukti datang, belum diperiksa</translation>
    </message>
    <message>
        <source>Identity is not proved</source>
        <translation>Identitas tidak terbukti</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>for example: account log-in, copy of a passport</source>
        <translation>misalnya: masuk ke akun, salinan paspor</translation>
    </message>
    <message>
        <source>&amp;What came of it</source>
        <translation>&amp;Hasilnya</translation>
    </message>
    <message>
        <source>Happened &amp;on</source>
        <translation>&amp;Terjadi pada</translation>
    </message>
    <message>
        <source>By what &amp;means</source>
        <translation>&amp;Dengan cara apa</translation>
    </message>
    <message>
        <source>Name the kind of proof, never the number on it.</source>
        <translation>Sebutkan jenis buktinya, jangan pernah nomornya.</translation>
    </message>
    <message>
        <source>Say by what means the identity was proved.</source>
        <translation>Sebutkan dengan cara apa identitas dibuktikan.</translation>
    </message>
</context>
<context>
    <name>RecordNoticeDialog</name>
    <message>
        <source>Record a notice of {number}</source>
        <translation>Catat pemberitahuan {number}</translation>
    </message>
    <message>
        <source>For a notice through the authority&apos;s portal, by phone or in person. A letter from here records itself when its sending is recorded.</source>
        <translation>Untuk pemberitahuan lewat portal otoritas, telepon, atau secara langsung. Surat dari sini tercatat sendiri saat pengirimannya dicatat.</translation>
    </message>
    <message>
        <source>&amp;Record the notice</source>
        <translation>&amp;Catat pemberitahuan</translation>
    </message>
    <message>
        <source>When the authority was told</source>
        <translation>Kapan otoritas diberi tahu</translation>
    </message>
    <message>
        <source>Reason for the delay</source>
        <translation>Alasan keterlambatan</translation>
    </message>
    <message>
        <source>&amp;Under which law</source>
        <translation>&amp;Menurut undang-undang mana</translation>
    </message>
    <message>
        <source>&amp;Which notice</source>
        <translation>&amp;Pemberitahuan yang mana</translation>
    </message>
    <message>
        <source>When the &amp;authority was told</source>
        <translation>&amp;Kapan otoritas diberi tahu</translation>
    </message>
    <message>
        <source>Its re&amp;ference (may stay empty)</source>
        <translation>Nomor &amp;rujukannya (boleh kosong)</translation>
    </message>
    <message>
        <source>Reason for the &amp;delay</source>
        <translation>&amp;Alasan keterlambatan</translation>
    </message>
    <message>
        <source>The limit was over then. The reason belongs to the notice and to the register.</source>
        <translation>Saat itu batas waktunya sudah lewat. Alasannya masuk pemberitahuan dan daftar.</translation>
    </message>
    <message>
        <source>Say why the notice came late.</source>
        <translation>Sebutkan mengapa pemberitahuan terlambat.</translation>
    </message>
</context>
<context>
    <name>RecordWritingDialog</name>
    <message>
        <source>{number} in writing</source>
        <translation>{number} secara tertulis</translation>
    </message>
    <message>
        <source>Add the complaint as it came in writing, or write it down as the person told it and read it back to them. One of the two is enough.</source>
        <translation>Tambahkan pengaduan tertulis sebagaimana datang, atau tuliskan seperti dikatakan orangnya lalu bacakan kembali kepadanya. Salah satu sudah cukup.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>In writing since</source>
        <translation>Tertulis sejak</translation>
    </message>
    <message>
        <source>The complaint in writing</source>
        <translation>Pengaduan tertulis</translation>
    </message>
    <message>
        <source>Written down by the officer</source>
        <translation>Dituliskan oleh petugas</translation>
    </message>
    <message>
        <source>In &amp;writing since</source>
        <translation>Te&amp;rtulis sejak</translation>
    </message>
    <message>
        <source>The &amp;complaint as it came</source>
        <translation>&amp;Pengaduan sebagaimana datang</translation>
    </message>
    <message>
        <source>Written &amp;down by you</source>
        <translation>&amp;Dituliskan oleh Anda</translation>
    </message>
    <message>
        <source>Choose the file, or write the complaint down.</source>
        <translation>Pilih berkasnya, atau tuliskan pengaduannya.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>The recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>The recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>It opens the store when the passphrase is lost, and it is shown only now. Print it or write it down, and keep it away from this laptop. Without passphrase and code nobody can open the cases again.</source>
        <translation>Kode ini membuka penyimpanan bila frasa sandi hilang, dan hanya ditampilkan sekarang. Cetak atau tuliskan, dan simpan jauh dari laptop ini. Tanpa frasa sandi dan kode ini tidak seorang pun dapat membuka perkara lagi.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Simpan…</translation>
    </message>
    <message>
        <source>To go on, type the last group of the code</source>
        <translation>Untuk melanjutkan, ketik kelompok terakhir kode itu</translation>
    </message>
    <message>
        <source>I have kept the code</source>
        <translation>Kode sudah saya simpan</translation>
    </message>
    <message>
        <source>The code was not saved: the file exists already, or the folder cannot be written.</source>
        <translation>Kode tidak disimpan: berkas sudah ada, atau folder tidak dapat ditulisi.</translation>
    </message>
    <message>
        <source>Recovery code of an Onee Workbench store</source>
        <translation>Kode pemulihan penyimpanan Onee Workbench</translation>
    </message>
    <message>
        <source>Keep this sheet apart from the laptop. Whoever holds it can open the store.</source>
        <translation>Simpan lembar ini terpisah dari laptop. Siapa pun yang memegangnya dapat membuka penyimpanan.</translation>
    </message>
    <message>
        <source>That is not the last group of the code shown above.</source>
        <translation>Itu bukan kelompok terakhir dari kode di atas.</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Simpan kode pemulihan</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Dispatch register</source>
        <translation>Buku pengiriman</translation>
    </message>
    <message>
        <source>Number, name, address</source>
        <translation>Nomor, nama, alamat</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim lewat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>On &amp;day</source>
        <translation>Pada &amp;hari</translation>
    </message>
    <message>
        <source>Only one day</source>
        <translation>Hanya satu hari</translation>
    </message>
    <message>
        <source>Day of the sending</source>
        <translation>Hari pengiriman</translation>
    </message>
    <message>
        <source>Record the deli&amp;very…</source>
        <translation>Catat peneri&amp;maan…</translation>
    </message>
    <message>
        <source>Record the &amp;return…</source>
        <translation>Catat surat &amp;kembali…</translation>
    </message>
    <message>
        <source>&amp;Posting list of the day…</source>
        <translation>Daftar pen&amp;geposan hari itu…</translation>
    </message>
    <message>
        <source>Save as &amp;table…</source>
        <translation>Simpan sebagai &amp;tabel…</translation>
    </message>
    <message>
        <source>No sending fits these filters.</source>
        <translation>Tidak ada pengiriman yang cocok dengan saringan ini.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Record a sending where the letter is open, or for a whole print run.</source>
        <translation>Belum ada yang dikirim. Catat pengiriman di surat yang terbuka, atau untuk seluruh kumpulan cetak.</translation>
    </message>
    <message numerus="yes">
        <source>%n sending(s)</source>
        <translation>
            <numerusform>%n pengiriman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for proof</source>
        <translation>
            <numerusform>%n menunggu bukti</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of a sending is recorded once, for the newest sending of a letter.</source>
        <translation>Hasil pengiriman dicatat sekali, untuk pengiriman terbaru sebuah surat.</translation>
    </message>
</context>
<context>
    <name>RegulatorsPage</name>
    <message>
        <source>Matters</source>
        <translation>Perkara otoritas</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>Kegagalan pelindungan</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Direktori</translation>
    </message>
    <message>
        <source>Regulators</source>
        <translation>Otoritas</translation>
    </message>
</context>
<context>
    <name>RemediesCard</name>
    <message>
        <source>What is put right</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Nothing was put right.</source>
        <translation>Tidak ada yang diperbaiki.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Belum ada.</translation>
    </message>
    <message>
        <source>Add what is put &amp;right…</source>
        <translation>Tambah pe&amp;rbaikan…</translation>
    </message>
    <message>
        <source>{name}, by {day}</source>
        <translation>{name}, paling lambat {day}</translation>
    </message>
    <message>
        <source>done on {day}</source>
        <translation>selesai {day}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>perlu dikerjakan</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Sudah selesai</translation>
    </message>
</context>
<context>
    <name>RemedyDialog</name>
    <message>
        <source>What is put right in {number}</source>
        <translation>Perbaikan dalam {number}</translation>
    </message>
    <message>
        <source>One thing, one officer, one day. When the complaint is decided it becomes that officer&apos;s task; the outcome letter can name it.</source>
        <translation>Satu hal, satu petugas, satu hari. Ketika pengaduan diputuskan, ini menjadi tugas petugas itu; surat hasil dapat menyebutnya.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>What is put right</source>
        <translation>Yang diperbaiki</translation>
    </message>
    <message>
        <source>&amp;What is put right</source>
        <translation>&amp;Apa yang diperbaiki</translation>
    </message>
    <message>
        <source>W&amp;ho does it</source>
        <translation>&amp;Oleh siapa</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Paling lambat</translation>
    </message>
    <message>
        <source>Say what is put right.</source>
        <translation>Sebutkan apa yang diperbaiki.</translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message>
        <source>To do in this matter</source>
        <translation>Yang perlu dikerjakan dalam perkara ini</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Ingatkan saya…</translation>
    </message>
    <message>
        <source>past</source>
        <translation>lewat</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>dekat</translation>
    </message>
    <message>
        <source>Nothing is near or past.</source>
        <translation>Tidak ada yang dekat atau lewat.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>Selesai: {task}</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Take up {number} again</source>
        <translation>Buka {number} kembali</translation>
    </message>
    <message>
        <source>&amp;Take it up again</source>
        <translation>&amp;Buka kembali</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>Say why the case is taken up again.</source>
        <translation>Sebutkan mengapa perkara dibuka kembali.</translation>
    </message>
    <message>
        <source>The case returns to the open list with everything in it. Decisions, dossiers and letters so far stay readable; the rights that are ticked are decided anew. The reason is kept with the case.</source>
        <translation>Perkara kembali ke daftar terbuka dengan segala isinya. Keputusan, berkas pertimbangan, dan surat sejauh ini tetap dapat dibaca; hak yang dicentang diputuskan ulang. Alasan disimpan bersama perkara.</translation>
    </message>
    <message>
        <source>When it arrived</source>
        <translation>Kapan tiba</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Mengapa</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>Putuskan ulang</translation>
    </message>
    <message>
        <source>When &amp;it arrived</source>
        <translation>Kapan &amp;tiba</translation>
    </message>
    <message>
        <source>the new facts, the objection, the authority&apos;s word</source>
        <translation>fakta baru, keberatan, sikap otoritas</translation>
    </message>
    <message>
        <source>Clocks that would run</source>
        <translation>Jangka waktu yang akan berjalan</translation>
    </message>
    <message>
        <source>The case returns to the open list with everything in it. The reason is kept with the case.</source>
        <translation>Perkara kembali ke daftar terbuka dengan semua isinya. Alasannya disimpan dalam perkara.</translation>
    </message>
    <message>
        <source>The case is answered and stays open. Decisions, dossiers and letters so far stay readable; the rights that are ticked are decided anew; with none ticked the decisions stand and are told again. The reason is kept with the case.</source>
        <translation>Perkara sudah dijawab dan tetap terbuka. Keputusan, berkas pertimbangan, dan surat sejauh ini tetap dapat dibaca; hak yang dicentang diputuskan ulang; bila tidak ada yang dicentang, keputusan tetap dan diberitahukan lagi. Alasannya disimpan dalam perkara.</translation>
    </message>
    <message>
        <source>No law of the case counts a time from this. Answer without delay.</source>
        <translation>Tidak ada hukum perkara ini yang menghitung waktu dari sini. Jawablah tanpa penundaan.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Name of the data subject</source>
        <translation>Nama subjek data</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>one line each, as on an envelope</source>
        <translation>satu baris masing-masing, seperti pada amplop</translation>
    </message>
    <message>
        <source>&amp;Someone else wrote for this person</source>
        <translation>Oran&amp;g lain menulis untuk orang ini</translation>
    </message>
    <message>
        <source>Someone else wrote for this person</source>
        <translation>Orang lain menulis untuk orang ini</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Siapa yang menulis</translation>
    </message>
    <message>
        <source>Their e-mail</source>
        <translation>Surelnya</translation>
    </message>
    <message>
        <source>By what they act</source>
        <translation>Bertindak berdasarkan</translation>
    </message>
    <message>
        <source>for example: power of attorney, parent</source>
        <translation>misalnya: surat kuasa, orang tua</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Diterima pada</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>mohon periksa</translation>
    </message>
    <message>
        <source>Answer in</source>
        <translation>Jawab dalam</translation>
    </message>
    <message>
        <source>from the mail</source>
        <translation>dari surel</translation>
    </message>
    <message>
        <source>Write the name of the person the data is about.</source>
        <translation>Tulis nama orang yang datanya dimaksud.</translation>
    </message>
    <message>
        <source>Write the name of who wrote.</source>
        <translation>Tulis nama orang yang menulis.</translation>
    </message>
    <message>
        <source>Tick at least one right.</source>
        <translation>Centang sedikitnya satu hak.</translation>
    </message>
    <message>
        <source>Choose the place of each law.</source>
        <translation>Pilih tempat untuk setiap hukum.</translation>
    </message>
    <message>
        <source>Choose a time that exists.</source>
        <translation>Pilih waktu yang ada.</translation>
    </message>
    <message>
        <source>This is in the future. A clock runs from the day the request arrived.</source>
        <translation>Ini di masa depan. Tenggat berjalan sejak hari permintaan datang.</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>O&amp;rang</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>Sur&amp;el</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>Telep&amp;on</translation>
    </message>
    <message>
        <source>Postal &amp;address</source>
        <translation>&amp;Alamat pos</translation>
    </message>
    <message>
        <source>&amp;Who wrote</source>
        <translation>&amp;Siapa yang menulis</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Meminta</translation>
    </message>
    <message>
        <source>Law and place</source>
        <translation>Hukum dan tempat</translation>
    </message>
    <message>
        <source>&amp;Received at</source>
        <translation>&amp;Diterima pada</translation>
    </message>
    <message>
        <source>A&amp;nswer in</source>
        <translation>&amp;Jawab dalam</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>Anda tetapkan</translation>
    </message>
</context>
<context>
    <name>ResetTemplateDialog</name>
    <message>
        <source>Set back to the shipped text: {template}</source>
        <translation>Kembalikan ke teks bawaan: {template}</translation>
    </message>
    <message>
        <source>Letters that are not issued yet will be composed from the shipped text at the right. The office&apos;s text at the left stays in the history and can be restored.</source>
        <translation>Surat yang belum diterbitkan akan disusun dari teks bawaan di sebelah kanan. Teks kantor di sebelah kiri tetap ada dalam riwayat dan dapat dipulihkan.</translation>
    </message>
    <message>
        <source>Set &amp;back</source>
        <translation>&amp;Kembalikan</translation>
    </message>
    <message>
        <source>The office&apos;s text and the shipped text</source>
        <translation>Teks kantor dan teks bawaan</translation>
    </message>
    <message>
        <source>The office&apos;s text</source>
        <translation>Teks kantor</translation>
    </message>
    <message>
        <source>Shipped text</source>
        <translation>Teks bawaan</translation>
    </message>
    <message>
        <source>&amp;Reason for the change</source>
        <translation>&amp;Alasan perubahan</translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Resume a clock of {number}</source>
        <translation>Lanjutkan jangka waktu {number}</translation>
    </message>
    <message>
        <source>Record what came in and when it arrived here. The clock goes on from that day, not from today.</source>
        <translation>Catat apa yang masuk dan kapan tiba. Jangka waktu berjalan lagi sejak hari itu, bukan sejak hari ini.</translation>
    </message>
    <message>
        <source>&amp;Resume the clock</source>
        <translation>&amp;Lanjutkan jangka waktu</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Yang masuk</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>Tiba pada</translation>
    </message>
    <message>
        <source>Nothing that was asked is still open.</source>
        <translation>Tidak ada permintaan yang masih terbuka.</translation>
    </message>
    <message>
        <source>Arrived &amp;on</source>
        <translation>Tiba &amp;pada</translation>
    </message>
    <message>
        <source>What it was, in &amp;words (may stay empty)</source>
        <translation>Isinya, dengan &amp;kata-kata (boleh kosong)</translation>
    </message>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
    <message>
        <source>{asked} on {day}</source>
        <translation>{asked} pada {day}</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Record that {number} came back</source>
        <translation>Catat bahwa {number} kembali</translation>
    </message>
    <message>
        <source>The person has not been told. What this sending brought about does not stand any more: a clock that it stopped runs on from where it began, as if the letter had never left. The letter waits to be sent again.</source>
        <translation>Orangnya belum diberi tahu. Akibat pengiriman ini tidak berlaku lagi: jangka waktu yang dihentikannya berjalan terus sejak awalnya, seakan-akan surat tidak pernah keluar. Surat menunggu dikirim lagi.</translation>
    </message>
    <message>
        <source>&amp;Record the return</source>
        <translation>&amp;Catat surat kembali</translation>
    </message>
    <message>
        <source>Came back on</source>
        <translation>Kembali pada</translation>
    </message>
    <message>
        <source>for example: moved away, refused, address unknown, mailbox full</source>
        <translation>misalnya: pindah, alamat keliru, kotak penuh</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>Apa yang &amp;terjadi</translation>
    </message>
    <message>
        <source>Came back &amp;on</source>
        <translation>&amp;Kembali pada</translation>
    </message>
    <message>
        <source>&amp;Why, as the post or the mail system says</source>
        <translation>&amp;Alasannya, menurut pos atau sistem surel</translation>
    </message>
    <message>
        <source>What this does to the clocks</source>
        <translation>Akibatnya bagi jangka waktu</translation>
    </message>
    <message>
        <source>This is before the letter was sent.</source>
        <translation>Ini sebelum surat dikirim.</translation>
    </message>
</context>
<context>
    <name>ReviewerDialog</name>
    <message>
        <source>Add a reviewer</source>
        <translation>Tambah peninjau</translation>
    </message>
    <message>
        <source>An officer who works at another workbench. Compare the key on the telephone before you add it: whoever holds it approves your refusals. They unlock nothing here.</source>
        <translation>Petugas yang bekerja dengan program ini di tempat lain. Cocokkan kuncinya lewat telepon sebelum menambahkannya: siapa pun yang memegangnya menyetujui penolakan Anda. Ia tidak membuka apa pun di sini.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tambah</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Jabatan</translation>
    </message>
    <message>
        <source>Public &amp;key</source>
        <translation>&amp;Kunci publik</translation>
    </message>
    <message>
        <source>64 letters and digits; blanks do not matter</source>
        <translation>64 huruf dan angka; spasi tidak berpengaruh</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Ketik namanya.</translation>
    </message>
    <message>
        <source>Type the key.</source>
        <translation>Ketik kuncinya.</translation>
    </message>
</context>
<context>
    <name>RuleModel</name>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>Kewajiban</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Batas waktu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>text read</source>
        <translation>teks dibaca</translation>
    </message>
    <message>
        <source>second hand</source>
        <translation>sumber kedua</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>perlu diperiksa</translation>
    </message>
    <message>
        <source>every right</source>
        <translation>setiap hak</translation>
    </message>
    <message>
        <source>no number in the law</source>
        <translation>tanpa angka dalam hukum</translation>
    </message>
    <message>
        <source>and {period} more</source>
        <translation>dan {period} lagi</translation>
    </message>
    <message>
        <source>or until a stated date</source>
        <translation>atau sampai tanggal yang disebut</translation>
    </message>
    <message>
        <source>or as soon as practicable</source>
        <translation>atau sesegera mungkin</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>di pencetak</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Print runs</source>
        <translation>Kumpulan cetak</translation>
    </message>
    <message>
        <source>Posting list</source>
        <translation>Daftar pengeposan</translation>
    </message>
    <message>
        <source>Record that it was &amp;sent…</source>
        <translation>Catat peng&amp;iriman…</translation>
    </message>
    <message>
        <source>&amp;Print again…</source>
        <translation>&amp;Cetak lagi…</translation>
    </message>
    <message>
        <source>Envelopes or &amp;labels…</source>
        <translation>Amplop atau &amp;label…</translation>
    </message>
    <message>
        <source>Posting l&amp;ist…</source>
        <translation>Daftar pen&amp;geposan…</translation>
    </message>
    <message>
        <source>Save as &amp;table…</source>
        <translation>Simpan sebagai &amp;tabel…</translation>
    </message>
    <message>
        <source>Nothing has been printed together yet. Print letters under To print.</source>
        <translation>Belum ada yang dicetak bersama. Cetak surat pada Perlu dicetak.</translation>
    </message>
    <message numerus="yes">
        <source>%n print run(s)</source>
        <translation>
            <numerusform>%n kumpulan cetak</numerusform>
        </translation>
    </message>
    <message>
        <source>Posting list of {run}</source>
        <translation>Daftar pengeposan {run}</translation>
    </message>
    <message>
        <source>Every letter of this run has left.</source>
        <translation>Semua surat kumpulan ini sudah keluar.</translation>
    </message>
    <message>
        <source>Every letter of {run} has left.</source>
        <translation>Semua surat {run} sudah keluar.</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Run</source>
        <translation>Kumpulan</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>{sent} of {all} sent</source>
        <translation>{sent} dari {all} dikirim</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>perlu dikirim</translation>
    </message>
</context>
<context>
    <name>Safe</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>Save the template: {template}</source>
        <translation>Simpan templat: {template}</translation>
    </message>
    <message>
        <source>The text becomes a new version and holds from now on for every letter that is not issued yet. Issued letters stay as they are. Earlier versions stay in the history.</source>
        <translation>Teks ini menjadi versi baru dan mulai sekarang berlaku bagi setiap surat yang belum diterbitkan. Surat yang sudah diterbitkan tetap seperti adanya. Versi terdahulu tetap ada dalam riwayat.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Reason for the change</source>
        <translation>&amp;Alasan perubahan</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Add row</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Add a row below the current one (Insert)</source>
        <translation>Tambah baris di bawah baris ini (Insert)</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Take the current row away (Ctrl+Delete)</source>
        <translation>Hapus baris ini (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Schedule of what is disclosed, withheld, erased, kept or changed</source>
        <translation>Daftar apa yang diungkapkan, tidak diungkapkan, dihapus, disimpan, atau diubah</translation>
    </message>
</context>
<context>
    <name>ScheduleModel</name>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>Rinciannya</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
</context>
<context>
    <name>ScopeSection</name>
    <message>
        <source>Provision and scope</source>
        <translation>Ketentuan dan cakupan</translation>
    </message>
    <message>
        <source>Which provision</source>
        <translation>Ketentuan mana</translation>
    </message>
    <message>
        <source>Why the request lies outside its scope</source>
        <translation>Mengapa permintaan berada di luar cakupannya</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search cases, people, letters</source>
        <translation>Cari perkara, orang, surat</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Search cases, people, letters</source>
        <translation>Cari perkara, orang, surat</translation>
    </message>
    <message>
        <source>A number, a name, or words of a request or a letter</source>
        <translation>Nomor, nama, atau kata dalam permintaan atau surat</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>Enter opens, Esc closes</source>
        <translation>Enter membuka, Esc menutup</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n ditemukan</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Tidak ada yang ditemukan.</translation>
    </message>
</context>
<context>
    <name>SecondOfficer</name>
    <message>
        <source>A second officer is asked to approve. It waits on the Approvals page.</source>
        <translation>Persetujuan petugas kedua telah diminta. Permintaan menunggu di halaman Persetujuan.</translation>
    </message>
    <message>
        <source>The exception is recorded, with its reason.</source>
        <translation>Pengecualian telah dicatat beserta alasannya.</translation>
    </message>
</context>
<context>
    <name>SendingTable</name>
    <message>
        <source>Sent</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>Nomor kiriman</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n perubahan belum disimpan</numerusform>
        </translation>
    </message>
    <message>
        <source>Office, letters, screen and this laptop</source>
        <translation>Kantor, surat, layar, dan laptop ini</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Laptop ini</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Mengikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>Remember on this laptop</source>
        <translation>Ingat di laptop ini</translation>
    </message>
    <message>
        <source>Forget on this laptop</source>
        <translation>Lupakan di laptop ini</translation>
    </message>
    <message>
        <source>Change your passphrase…</source>
        <translation>Ganti frasa sandi Anda…</translation>
    </message>
    <message>
        <source>Make a new recovery code…</source>
        <translation>Buat kode pemulihan baru…</translation>
    </message>
    <message>
        <source>Pictures on letters</source>
        <translation>Gambar pada surat</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>The letterhead has no logo.</source>
        <translation>Kop surat tidak berlogo.</translation>
    </message>
    <message>
        <source>My signature</source>
        <translation>Tanda tangan saya</translation>
    </message>
    <message>
        <source>Letters leave room for a pen.</source>
        <translation>Surat menyisakan ruang untuk pena.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Pilih gambar</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Gambar (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>The picture is kept for letters.</source>
        <translation>Gambar disimpan untuk surat.</translation>
    </message>
    <message>
        <source>The picture was taken away.</source>
        <translation>Gambar dihapus.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Penyimpanan</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Check the store</source>
        <translation>Periksa penyimpanan</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Add an officer…</source>
        <translation>Tambah petugas…</translation>
    </message>
    <message>
        <source>Days of our own</source>
        <translation>Hari kami sendiri</translation>
    </message>
    <message>
        <source>Add a day…</source>
        <translation>Tambah hari…</translation>
    </message>
    <message>
        <source>None. Holidays come from the calendars of the laws; a day declared late is added here.</source>
        <translation>Tidak ada. Hari libur berasal dari kalender hukumnya; hari yang ditetapkan belakangan ditambahkan di sini.</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>hari libur</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>hari kerja</translation>
    </message>
    <message>
        <source>The system keyring of this laptop keeps a key to this store.</source>
        <translation>Gantungan kunci sistem laptop ini menyimpan kunci untuk penyimpanan ini.</translation>
    </message>
    <message>
        <source>This laptop keeps no key to the store: {reason}</source>
        <translation>Laptop ini tidak menyimpan kunci penyimpanan: {reason}</translation>
    </message>
    <message>
        <source>This laptop can keep a key in its system keyring, so that the passphrase need not be typed.</source>
        <translation>Laptop ini dapat menyimpan kunci di gantungan kunci sistemnya, sehingga frasa sandi tidak perlu diketik.</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Pengaturan tersimpan.</translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation>Frasa sandi Anda sudah diganti.</translation>
    </message>
    <message>
        <source>A new recovery code?</source>
        <translation>Kode pemulihan baru?</translation>
    </message>
    <message>
        <source>The code that was printed before opens nothing from then on.</source>
        <translation>Kode yang dicetak sebelumnya tidak membuka apa pun lagi.</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Buat kode baru</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Onee Workbench</source>
        <translation>Onee Workbench</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Kunci sekarang</translation>
    </message>
    <message>
        <source>Lock now (Ctrl+L)</source>
        <translation>Kunci sekarang (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign {number}</source>
        <translation>Tandatangani {number}</translation>
    </message>
    <message>
        <source>A copy of the letter is signed with your key (PKCS#12) and kept beside the issued one, which stays as it is. Neither the key nor its passphrase is kept.</source>
        <translation>Salinan surat ditandatangani dengan kunci Anda (PKCS#12) dan disimpan di samping yang diterbitkan, yang tetap seperti adanya. Kunci dan frasa sandinya tidak disimpan.</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Tandatangani</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Berkas kunci</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Pilih…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Pilih berkas kunci</translation>
    </message>
    <message>
        <source>&amp;Key file (.p12, .pfx)</source>
        <translation>&amp;Berkas kunci (.p12, .pfx)</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the key</source>
        <translation>&amp;Frasa sandi kunci</translation>
    </message>
    <message>
        <source>Choose a key file that can be read.</source>
        <translation>Pilih berkas kunci yang dapat dibaca.</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Berkas kunci (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Setiap berkas (*)</translation>
    </message>
</context>
<context>
    <name>SignoffDialog</name>
    <message>
        <source>Sign off the rulebook: {law}</source>
        <translation>Sahkan himpunan aturan: {law}</translation>
    </message>
    <message>
        <source>Signing says that this version ({digest}) was checked against the text of the law. The journal keeps who signed, when and on what text. A new version must be signed again.</source>
        <translation>Pengesahan menyatakan bahwa versi ini ({digest}) telah diperiksa dengan teks hukum. Jurnal menyimpan siapa yang mengesahkan, kapan, dan berdasarkan teks apa. Versi baru harus disahkan lagi.</translation>
    </message>
    <message>
        <source>&amp;Sign off</source>
        <translation>&amp;Sahkan</translation>
    </message>
    <message>
        <source>&amp;Text that was read</source>
        <translation>&amp;Teks yang dibaca</translation>
    </message>
    <message>
        <source>the law, its edition or gazette, and the day it was read</source>
        <translation>hukumnya, edisi atau lembaran negaranya, dan hari dibacanya</translation>
    </message>
    <message>
        <source>&amp;Counsel who confirmed, if any</source>
        <translation>&amp;Penasihat hukum yang mengonfirmasi, jika ada</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Keterangan</translation>
    </message>
    <message>
        <source>Say on what text the rules were checked; a signature rests on it.</source>
        <translation>Sebutkan teks yang dipakai memeriksa aturan; pengesahan bersandar padanya.</translation>
    </message>
</context>
<context>
    <name>SixWeeks</name>
    <message>
        <source>Next six weeks</source>
        <translation>Enam minggu ke depan</translation>
    </message>
</context>
<context>
    <name>SixWeeksModel</name>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>hari libur</translation>
    </message>
    <message>
        <source>1 deadline ends</source>
        <translation>1 tenggat berakhir</translation>
    </message>
    <message>
        <source>{count} deadlines end</source>
        <translation>{count} tenggat berakhir</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} terlambat</translation>
    </message>
    <message>
        <source>{count} paused</source>
        <translation>{count} berhenti</translation>
    </message>
</context>
<context>
    <name>SubjectsToldDialog</name>
    <message>
        <source>The people of {number} were told</source>
        <translation>Orang-orang dalam {number} diberi tahu</translation>
    </message>
    <message>
        <source>Record when the people concerned heard of the breach, in which way, and how many they were.</source>
        <translation>Catat kapan orang-orang yang terdampak mengetahui kegagalan, dengan cara apa, dan berapa jumlahnya.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>Every law of the case</source>
        <translation>Semua hukum dalam perkara ini</translation>
    </message>
    <message>
        <source>When they were told</source>
        <translation>Kapan mereka diberi tahu</translation>
    </message>
    <message>
        <source>How they were told</source>
        <translation>Bagaimana mereka diberi tahu</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum diketahui</translation>
    </message>
    <message>
        <source>&amp;Under which law</source>
        <translation>&amp;Menurut undang-undang mana</translation>
    </message>
    <message>
        <source>When they &amp;were told</source>
        <translation>&amp;Kapan mereka diberi tahu</translation>
    </message>
    <message>
        <source>&amp;How they were told</source>
        <translation>&amp;Bagaimana mereka diberi tahu</translation>
    </message>
    <message>
        <source>such as: e-mail to each, notice on the web site</source>
        <translation>misalnya: surel kepada masing-masing, pengumuman di situs web</translation>
    </message>
    <message>
        <source>How &amp;many</source>
        <translation>&amp;Jumlahnya</translation>
    </message>
    <message>
        <source>Say how they were told.</source>
        <translation>Sebutkan bagaimana mereka diberi tahu.</translation>
    </message>
</context>
<context>
    <name>TakeAnswerDialog</name>
    <message>
        <source>Answer to {number}</source>
        <translation>Jawaban atas {number}</translation>
    </message>
    <message>
        <source>The signature is that of {name}, and the content is the one that the case has now. Nothing is recorded yet.</source>
        <translation>Tanda tangannya milik {name}, dan isinya sama dengan isi perkara sekarang. Belum ada yang dicatat.</translation>
    </message>
    <message>
        <source>&amp;Record it</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Diberikan</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kunci</translation>
    </message>
</context>
<context>
    <name>TemplateEditorPage</name>
    <message>
        <source>Text of the template</source>
        <translation>Teks templat</translation>
    </message>
    <message>
        <source>A letter made of this template</source>
        <translation>Surat yang disusun dari templat ini</translation>
    </message>
    <message>
        <source>&amp;Paragraphs</source>
        <translation>Paragra&amp;f</translation>
    </message>
    <message>
        <source>Show the paragraphs</source>
        <translation>Tampilkan paragraf</translation>
    </message>
    <message>
        <source>&amp;Text of the file</source>
        <translation>&amp;Teks berkas</translation>
    </message>
    <message>
        <source>Show the text of the file</source>
        <translation>Tampilkan teks berkas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Sisipkan</translation>
    </message>
    <message>
        <source>As a letter in &amp;case</source>
        <translation>Sebagai surat dalam p&amp;erkara</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Riwayat…</translation>
    </message>
    <message>
        <source>&amp;Compare with shipped…</source>
        <translation>Ban&amp;dingkan…</translation>
    </message>
    <message>
        <source>Set &amp;back…</source>
        <translation>&amp;Kembalikan…</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Buang per&amp;ubahan</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Simp&amp;an…</translation>
    </message>
    <message>
        <source>Drawing the letter…</source>
        <translation>Menggambar surat…</translation>
    </message>
    <message>
        <source>No template is open. Choose one from the list of templates.</source>
        <translation>Tidak ada templat yang terbuka. Pilih satu dari daftar templat.</translation>
    </message>
    <message>
        <source>Your changes to this template are not saved yet: here they are.</source>
        <translation>Perubahan Anda pada templat ini belum disimpan: inilah perubahannya.</translation>
    </message>
    <message>
        <source>{case} (nothing to tell yet)</source>
        <translation>{case} (belum ada yang diberitahukan)</translation>
    </message>
    <message>
        <source>There is no case yet. A preview needs one; the demo office has some.</source>
        <translation>Belum ada perkara. Pratinjau memerlukannya; kantor contoh memiliki beberapa.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Baris {line}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n kesalahan</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing wrong</source>
        <translation>tidak ada kesalahan</translation>
    </message>
    <message>
        <source>The letter shows the words as they were before the faults.</source>
        <translation>Surat menampilkan kata-kata sebelum ada kesalahan.</translation>
    </message>
    <message>
        <source>The letter cannot be drawn. What stands in the way is said above.</source>
        <translation>Surat tidak dapat digambar. Yang menghalanginya disebut di atas.</translation>
    </message>
    <message>
        <source>In this case the letter would lack: {contents}</source>
        <translation>Dalam perkara ini surat tidak akan memuat: {contents}</translation>
    </message>
    <message>
        <source>The template is saved. It holds for every letter that is not issued yet.</source>
        <translation>Templat tersimpan. Templat berlaku bagi setiap surat yang belum diterbitkan.</translation>
    </message>
    <message>
        <source>Shipped text</source>
        <translation>Teks bawaan</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Di halaman</translation>
    </message>
    <message>
        <source>The shipped text holds again. The office&apos;s text is in the history.</source>
        <translation>Teks bawaan berlaku lagi. Teks kantor ada dalam riwayat.</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Buang perubahan?</translation>
    </message>
    <message>
        <source>What you have changed and not saved is lost. The text that holds stays.</source>
        <translation>Yang Anda ubah dan belum Anda simpan akan hilang. Teks yang berlaku tetap.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Version {number} restored</source>
        <translation>Versi {number} dipulihkan</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Belum disimpan</translation>
    </message>
    <message>
        <source>Not saved; kept as a draft</source>
        <translation>Belum disimpan; tersimpan sebagai konsep</translation>
    </message>
    <message>
        <source>The office is open for reading only.</source>
        <translation>Kantor dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Correct the faults first; they are listed below the words.</source>
        <translation>Betulkan kesalahannya lebih dahulu; daftarnya ada di bawah teks.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>belum disimpan</translation>
    </message>
    <message>
        <source>Version {number}, saved on {when} by {officer}: {reason}</source>
        <translation>Versi {number}, disimpan pada {when} oleh {officer}: {reason}</translation>
    </message>
</context>
<context>
    <name>TemplateTableModel</name>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>office version {number}</source>
        <translation>versi kantor {number}</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source> and </source>
        <translation> dan </translation>
    </message>
    <message>
        <source>at least one of: {flags}</source>
        <translation>sedikitnya satu dari: {flags}</translation>
    </message>
    <message>
        <source>not when {flags}</source>
        <translation>tidak bila {flags}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>the officer wrote something at “{place}”</source>
        <translation>petugas menulis sesuatu pada “{place}”</translation>
    </message>
    <message>
        <source>when {condition}</source>
        <translation>bila {condition}</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Letter templates</source>
        <translation>Templat surat</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>B&amp;uka</translation>
    </message>
    <message>
        <source>Open the template</source>
        <translation>Buka templat</translation>
    </message>
    <message>
        <source>How templates work</source>
        <translation>Cara kerja templat</translation>
    </message>
    <message>
        <source>A template is the text of one kind of letter in one language. A change holds for every letter that is not issued yet; issued letters keep the text and the version they were issued with. Every version stays, with who changed it, when and why.</source>
        <translation>Templat adalah teks satu jenis surat dalam satu bahasa. Perubahan berlaku bagi setiap surat yang belum diterbitkan; surat yang sudah diterbitkan mempertahankan teks dan versi saat penerbitannya. Setiap versi tetap ada, beserta siapa yang mengubahnya, kapan, dan mengapa.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templat</translation>
    </message>
    <message numerus="yes">
        <source>{templates} templates, %n with the office&apos;s own text</source>
        <translation>
            <numerusform>{templates} templat, %n dengan teks kantor sendiri</numerusform>
        </translation>
    </message>
    <message>
        <source>Set back on {when} by {officer}: {reason}</source>
        <translation>Dikembalikan pada {when} oleh {officer}: {reason}</translation>
    </message>
    <message>
        <source>Version {number}, saved on {when} by {officer}: {reason}</source>
        <translation>Versi {number}, disimpan pada {when} oleh {officer}: {reason}</translation>
    </message>
</context>
<context>
    <name>ToPrintPanel</name>
    <message>
        <source>Letters to print</source>
        <translation>Surat yang perlu dicetak</translation>
    </message>
    <message>
        <source>&amp;Print the chosen…</source>
        <translation>&amp;Cetak yang dipilih…</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <translation>Pilih semu&amp;a</translation>
    </message>
    <message>
        <source>Envelopes or &amp;labels…</source>
        <translation>Amplop atau &amp;label…</translation>
    </message>
    <message>
        <source>What is printed together is kept as a print run; record there that it was sent, with the item numbers.</source>
        <translation>Yang dicetak bersama disimpan sebagai kumpulan cetak; catat pengirimannya di sana, dengan nomor kiriman.</translation>
    </message>
    <message>
        <source>Nothing is to be printed now. A letter comes here when it is issued and leaves when it is printed.</source>
        <translation>Tidak ada yang perlu dicetak sekarang. Surat masuk ke sini saat diterbitkan dan keluar saat dicetak.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) to print</source>
        <translation>
            <numerusform>%n surat perlu dicetak</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one letter or more.</source>
        <translation>Pilih satu surat atau lebih.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Due in 7 days</source>
        <translation>Tenggat dalam 7 hari</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>Tenggat berhenti</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>Menunggu persetujuan</translation>
    </message>
    <message>
        <source>Due next</source>
        <translation>Tenggat berikutnya</translation>
    </message>
    <message>
        <source>by statutory deadline</source>
        <translation>menurut tenggat hukum</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Tampilkan semu&amp;a</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Next six weeks</source>
        <translation>Enam minggu ke depan</translation>
    </message>
    <message>
        <source>On your desk</source>
        <translation>Di meja Anda</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message numerus="yes">
        <source>oldest by %n day(s)</source>
        <translation>
            <numerusform>paling lama %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest by hours</source>
        <translation>paling lama beberapa jam</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>tidak ada yang terlambat</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a letter</source>
        <translation>
            <numerusform>%n perlu surat</numerusform>
        </translation>
    </message>
    <message>
        <source>no letter needed yet</source>
        <translation>belum perlu surat</translation>
    </message>
    <message>
        <source>waiting for the person</source>
        <translation>menunggu orangnya</translation>
    </message>
    <message>
        <source>every clock runs</source>
        <translation>semua tenggat berjalan</translation>
    </message>
    <message>
        <source>letters in draft</source>
        <translation>surat dalam konsep</translation>
    </message>
    <message>
        <source>no draft waits</source>
        <translation>tidak ada konsep menunggu</translation>
    </message>
    <message>
        <source>Nothing is due. New requests appear here as soon as their case is open.</source>
        <translation>Tidak ada tenggat. Permintaan baru muncul di sini segera setelah perkaranya dibuka.</translation>
    </message>
    <message>
        <source>Nothing to show here. Show all to see the whole list again.</source>
        <translation>Tidak ada yang ditampilkan di sini. Tampilkan semua untuk melihat seluruh daftar lagi.</translation>
    </message>
    <message>
        <source>Your desk is clear.</source>
        <translation>Meja Anda bersih.</translation>
    </message>
    <message>
        <source>{left}: {task}, {number}</source>
        <translation>{left}: {task}, {number}</translation>
    </message>
    <message>
        <source>{number}: {task}</source>
        <translation>{number}: {task}</translation>
    </message>
    <message>
        <source>{task} ({count})</source>
        <translation>{task} ({count})</translation>
    </message>
</context>
<context>
    <name>TransferFields</name>
    <message>
        <source>The transfer at issue</source>
        <translation>Transfer yang dipersoalkan</translation>
    </message>
    <message>
        <source>Where the data go</source>
        <translation>Tujuan data</translation>
    </message>
    <message>
        <source>Under which safeguard</source>
        <translation>Pelindungan transfer</translation>
    </message>
    <message>
        <source>Who sends them</source>
        <translation>Pengirim data</translation>
    </message>
    <message>
        <source>Who receives them</source>
        <translation>Penerima data</translation>
    </message>
</context>
<context>
    <name>TriedSection</name>
    <message>
        <source>What was tried before refusing</source>
        <translation>Yang dicoba sebelum menolak</translation>
    </message>
    <message>
        <source>Without a day it was weighed and not taken: say why. Each way that the law names is needed.</source>
        <translation>Tanpa hari berarti ditimbang dan tidak diambil: sebutkan alasannya. Setiap jalan yang disebut hukum diperlukan.</translation>
    </message>
    <message>
        <source>Ways that are not considered yet</source>
        <translation>Jalan yang belum dipertimbangkan</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Yang dicoba</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Jalan</translation>
    </message>
    <message>
        <source>Tried on</source>
        <translation>Dicoba pada</translation>
    </message>
    <message>
        <source>What came of it, or why it was not taken</source>
        <translation>Hasilnya, atau mengapa tidak diambil</translation>
    </message>
    <message>
        <source>+ add</source>
        <translation>+ tambah</translation>
    </message>
    <message>
        <source>Consider: {way}</source>
        <translation>Pertimbangkan: {way}</translation>
    </message>
</context>
<context>
    <name>UndertakingDialog</name>
    <message>
        <source>Undertaking in {number}</source>
        <translation>Janji dalam {number}</translation>
    </message>
    <message>
        <source>What the office promises the authority, who keeps it and by when. It becomes a task of theirs.</source>
        <translation>Apa yang dijanjikan kantor kepada otoritas, siapa yang memenuhinya, dan sampai kapan. Janji ini menjadi tugasnya.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Give the undertaking</source>
        <translation>&amp;Berikan janji</translation>
    </message>
    <message>
        <source>Undertaking</source>
        <translation>Janji</translation>
    </message>
    <message>
        <source>kept on</source>
        <translation>dipenuhi pada</translation>
    </message>
    <message>
        <source>&amp;What is promised</source>
        <translation>&amp;Apa yang dijanjikan</translation>
    </message>
    <message>
        <source>W&amp;ho keeps it</source>
        <translation>S&amp;iapa yang memenuhinya</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Paling lambat</translation>
    </message>
    <message>
        <source>&amp;Kept</source>
        <translation>&amp;Dipenuhi</translation>
    </message>
    <message>
        <source>Say what is promised.</source>
        <translation>Sebutkan apa yang dijanjikan.</translation>
    </message>
    <message>
        <source>This is in the future. Record it when it has happened.</source>
        <translation>Ini di masa depan. Catat setelah terjadi.</translation>
    </message>
</context>
<context>
    <name>UndertakingsCard</name>
    <message>
        <source>Undertakings</source>
        <translation>Janji</translation>
    </message>
    <message>
        <source>Undertake…</source>
        <translation>Berjanji…</translation>
    </message>
    <message>
        <source>Nothing was promised to the authority.</source>
        <translation>Tidak ada yang dijanjikan kepada otoritas.</translation>
    </message>
    <message>
        <source>{owner}, by {day}</source>
        <translation>{owner}, paling lambat {day}</translation>
    </message>
    <message>
        <source>{owner}, kept on {day}</source>
        <translation>{owner}, dipenuhi {day}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>dipenuhi</translation>
    </message>
    <message>
        <source>kept late</source>
        <translation>dipenuhi terlambat</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Dipenuhi</translation>
    </message>
    <message>
        <source>Undertaking {number} is kept</source>
        <translation>Janji {number} dipenuhi</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Change undertaking {number}</source>
        <translation>Ubah janji {number}</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Privacy office, for reading only</source>
        <translation>Kantor privasi, hanya untuk dibaca</translation>
    </message>
    <message>
        <source>Privacy office, locked</source>
        <translation>Kantor privasi, terkunci</translation>
    </message>
    <message>
        <source>Onee Workbench</source>
        <translation>Onee Workbench</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Remember on this laptop, in the system keyring</source>
        <translation>Ingat di laptop ini, dalam gantungan kunci sistem</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Pakai kode pemulihan</translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation>Buka dengan gantungan kunci sistem</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Buka hanya untuk dibaca</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Membuka…</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Buka penyimpanan lain…</translation>
    </message>
    <message>
        <source>Make a new store…</source>
        <translation>Buat penyimpanan baru…</translation>
    </message>
    <message>
        <source>{folder}, encrypted</source>
        <translation>{folder}, terenkripsi</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Pakai frasa sandi</translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation>Ketik frasa sandi Anda lebih dahulu.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>by guidance, not by statute</source>
        <translation>menurut pedoman, bukan undang-undang</translation>
    </message>
    <message>
        <source>{law}: the clock keeps running while you wait.</source>
        <translation>{law}: tenggat tetap berjalan selama Anda menunggu.</translation>
    </message>
    <message>
        <source>{law}: the clock pauses until the answer arrives; the safe date does not count on the pause.</source>
        <translation>{law}: tenggat berhenti sampai jawaban datang; tanggal aman tidak mengandalkan jeda itu.</translation>
    </message>
    <message>
        <source>{law}: the days from the question to the answer do not count, both included.</source>
        <translation>{law}: hari dari pertanyaan sampai jawaban tidak dihitung, keduanya termasuk.</translation>
    </message>
    <message>
        <source>{law}: the whole period starts again when the answer arrives.</source>
        <translation>{law}: seluruh jangka waktu mulai lagi ketika jawaban datang.</translation>
    </message>
    <message>
        <source>{law}: the period starts again a fixed time after the question.</source>
        <translation>{law}: jangka waktu mulai lagi pada waktu tertentu setelah pertanyaan.</translation>
    </message>
    <message>
        <source>{law}: the request lapses if the answer does not arrive in time.</source>
        <translation>{law}: permintaan gugur bila jawaban tidak datang tepat waktu.</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>Law</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;Salin sebagai teks</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Salin sebagai teks</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Andaikan</translation>
    </message>
    <message>
        <source>A date for events that are only supposed; nothing is written</source>
        <translation>Tanggal untuk peristiwa yang hanya diandaikan; tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>Suppose</source>
        <translation>Andaikan</translation>
    </message>
    <message>
        <source>&amp;Law</source>
        <translation>&amp;Hukum</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Tempat</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Aturan</translation>
    </message>
    <message>
        <source>R&amp;ight</source>
        <translation>Ha&amp;k</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Maka</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>tanpa angka</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>menurut aturan</translation>
    </message>
    <message>
        <source>none published</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Last day to tell of an extension: {day}.</source>
        <translation>Hari terakhir memberitahukan perpanjangan: {day}.</translation>
    </message>
    <message>
        <source>The notice of an extension has no effect: it is late, undated or one too many.</source>
        <translation>Pemberitahuan perpanjangan tidak berlaku: terlambat, tanpa tanggal, atau melebihi jumlah.</translation>
    </message>
    <message>
        <source>Target, no statutory date: {day}.</source>
        <translation>Sasaran, bukan tanggal menurut undang-undang: {day}.</translation>
    </message>
    <message>
        <source>Have counsel confirm: {sure}</source>
        <translation>Minta konfirmasi penasihat hukum: {sure}</translation>
    </message>
    <message>
        <source>Calendar version {version}, from {origin}. Days in {zone}.</source>
        <translation>Kalender versi {version}, dari {origin}. Hari menurut {zone}.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Disalin.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Set by hand to {day} (recorded {recorded}). Reason: {reason}</source>
        <translation>Ditetapkan manual menjadi {day} (dicatat {recorded}). Alasan: {reason}</translation>
    </message>
    <message>
        <source>Reckoned: no date now</source>
        <translation>Hasil hitungan: belum ada tanggal</translation>
    </message>
    <message>
        <source>Reckoned: {day}</source>
        <translation>Hasil hitungan: {day}</translation>
    </message>
    <message>
        <source>Due {day}, set by hand; no date is reckoned now.</source>
        <translation>Jatuh tempo {day}, ditetapkan manual; belum ada tanggal hasil hitungan.</translation>
    </message>
    <message>
        <source>Due {day}, set by hand; reckoned {reckoned}.</source>
        <translation>Jatuh tempo {day}, ditetapkan manual; hasil hitungan {reckoned}.</translation>
    </message>
    <message>
        <source>The clock is paused; there is no due date until it goes on.</source>
        <translation>Tenggat berhenti; tidak ada tanggal sampai berjalan lagi.</translation>
    </message>
    <message>
        <source>The law names no date here.</source>
        <translation>Hukum tidak menyebut tanggal di sini.</translation>
    </message>
    <message>
        <source>Due {day}.</source>
        <translation>Tenggat {day}.</translation>
    </message>
    <message>
        <source>primary text read</source>
        <translation>teks asli dibaca</translation>
    </message>
    <message>
        <source>secondary text read</source>
        <translation>teks sekunder dibaca</translation>
    </message>
    <message>
        <source>own knowledge, check before use</source>
        <translation>pengetahuan sendiri, periksa sebelum dipakai</translation>
    </message>
    <message>
        <source>Safe {day}.</source>
        <translation>Aman {day}.</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
    <message>
        <source>Why these dates? {number}</source>
        <translation>Mengapa tanggal-tanggal ini? {number}</translation>
    </message>
    <message>
        <source>Calendar of {place}, version {version}.</source>
        <translation>Kalender {place}, versi {version}.</translation>
    </message>
    <message>
        <source>Calendar of {place}, version {version}, from {origin}.</source>
        <translation>Kalender {place}, versi {version}, dari {origin}.</translation>
    </message>
    <message>
        <source>Rulebook version {version}.</source>
        <translation>Versi himpunan aturan {version}.</translation>
    </message>
    <message>
        <source>Rulebook version {version}, signed off by {who} on {day}: {text}.</source>
        <translation>Versi himpunan aturan {version}, disahkan oleh {who} pada {day}: {text}.</translation>
    </message>
</context>
<context>
    <name>WhySteps</name>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
</context>
<context>
    <name>WithheldSection</name>
    <message>
        <source>Withheld for the sake of others</source>
        <translation>Ditahan demi orang lain</translation>
    </message>
    <message>
        <source>A role is enough for whose rights; the redacted copy goes with the letter as a file.</source>
        <translation>Untuk hak siapa cukup disebut perannya; salinan yang dihitamkan menyertai surat sebagai berkas.</translation>
    </message>
    <message>
        <source>Withheld items</source>
        <translation>Bagian yang ditahan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Whose rights</source>
        <translation>Hak siapa</translation>
    </message>
    <message>
        <source>Both interests weighed</source>
        <translation>Kedua kepentingan ditimbang</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Why not, or what they said</source>
        <translation>Mengapa tidak, atau apa kata mereka</translation>
    </message>
    <message>
        <source>What is given instead</source>
        <translation>Yang diberikan sebagai gantinya</translation>
    </message>
    <message>
        <source>+ item</source>
        <translation>+ bagian</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Jakarta (WIB)</source>
        <translation>Jakarta (WIB)</translation>
    </message>
    <message>
        <source>Makassar (WITA)</source>
        <translation>Makassar (WITA)</translation>
    </message>
    <message>
        <source>Jayapura (WIT)</source>
        <translation>Jayapura (WIT)</translation>
    </message>
</context>
<context>
    <name>Workroom</name>
    <message>
        <source>Open a mail</source>
        <translation>Buka surel</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>Surel (*.eml)</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Setiap berkas (*)</translation>
    </message>
    <message>
        <source>A verified backup was made: {name}</source>
        <translation>Cadangan yang terbukti baik dibuat: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in the store:</source>
        <translation>
            <numerusform>%n temuan dalam penyimpanan:</numerusform>
        </translation>
    </message>
    <message>
        <source>The store is sound: structure, journal and every kept file were checked.</source>
        <translation>Penyimpanan sehat: struktur, jurnal, dan setiap berkas yang disimpan diperiksa.</translation>
    </message>
    <message>
        <source>{number} is open; its clocks run.</source>
        <translation>{number} terbuka; tenggatnya berjalan.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Perkara</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Review packets</source>
        <translation>Paket tinjauan</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Dates that move</source>
        <translation>Tanggal bergeser</translation>
    </message>
    <message>
        <source>Correspondence</source>
        <translation>Korespondensi</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Letters to many</source>
        <translation>Surat massal</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>Regulators</source>
        <translation>Otoritas</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>Hukum</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Andaikan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Privacy office</source>
        <translation>Kantor privasi</translation>
    </message>
    <message numerus="yes">
        <source>Encrypted, locks in %n min</source>
        <translation>
            <numerusform>Terenkripsi, terkunci dalam %n mnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypted store</source>
        <translation>Penyimpanan terenkripsi</translation>
    </message>
    <message>
        <source>For reading only</source>
        <translation>Hanya untuk dibaca</translation>
    </message>
    <message>
        <source>Journal verified {head}</source>
        <translation>Jurnal terbukti {head}</translation>
    </message>
    <message>
        <source>The journal does not add up: check the store</source>
        <translation>Jurnal tidak cocok: periksa penyimpanan</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>Backed up {ago}</source>
        <translation>Dicadangkan {ago}</translation>
    </message>
    <message>
        <source>One mail at a time: {name} was opened.</source>
        <translation>Satu surel setiap kali: {name} dibuka.</translation>
    </message>
</context>
<context>
    <name>_Arrived</name>
    <message>
        <source>What arrived</source>
        <translation>Yang datang</translation>
    </message>
    <message>
        <source>It came by</source>
        <translation>Datang lewat</translation>
    </message>
    <message>
        <source>It is &amp;in writing</source>
        <translation>Disampaikan tert&amp;ulis</translation>
    </message>
    <message>
        <source>What the complaint is about, in a few words</source>
        <translation>Pokok pengaduan, secara singkat</translation>
    </message>
    <message>
        <source>What the person wrote or said</source>
        <translation>Yang ditulis atau dikatakan orangnya</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>Tambah &amp;berkas…</translation>
    </message>
    <message>
        <source>It came b&amp;y</source>
        <translation>Datang lewa&amp;t</translation>
    </message>
    <message>
        <source>&amp;Topic, as letters name it</source>
        <translation>Po&amp;kok, sebagaimana disebut dalam surat</translation>
    </message>
    <message>
        <source>What the person &amp;wrote or said</source>
        <translation>Yang ditulis atau dikatakan orangn&amp;ya</translation>
    </message>
    <message>
        <source>Add the mail or letter as it came, or drop it on this page: it is kept byte for byte.</source>
        <translation>Tambahkan surel atau surat sebagaimana datang, atau jatuhkan ke halaman ini: disimpan bita demi bita.</translation>
    </message>
    <message>
        <source>Files of the complaint</source>
        <translation>Berkas pengaduan</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Setiap berkas (*)</translation>
    </message>
    <message>
        <source>{name} cannot be read, is empty or too large.</source>
        <translation>{name} tidak dapat dibaca, kosong, atau terlalu besar.</translation>
    </message>
    <message>
        <source>Take away: {name}</source>
        <translation>Hapus: {name}</translation>
    </message>
</context>
<context>
    <name>_CategoryDelegate</name>
    <message>
        <source>Category of data</source>
        <translation>Kategori data</translation>
    </message>
</context>
<context>
    <name>_ClockRow</name>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Why this date? {clock}</source>
        <translation>Mengapa tanggal ini? {clock}</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>Mengapa tanggal ini?</translation>
    </message>
</context>
<context>
    <name>_Completion</name>
    <message>
        <source>Names that may stand here</source>
        <translation>Nama yang boleh ada di sini</translation>
    </message>
</context>
<context>
    <name>_EventRow</name>
    <message>
        <source>Hour: {event}</source>
        <translation>Jam: {event}</translation>
    </message>
    <message>
        <source>The notice names this date</source>
        <translation>Pemberitahuan menyebut tanggal ini</translation>
    </message>
</context>
<context>
    <name>_Margin</name>
    <message>
        <source>Line numbers</source>
        <translation>Nomor baris</translation>
    </message>
</context>
<context>
    <name>_Mode</name>
    <message>
        <source>Set &amp;another date</source>
        <translation>Tetapkan tanggal &amp;lain</translation>
    </message>
    <message>
        <source>Take it &amp;back: the reckoned date counts again</source>
        <translation>&amp;Cabut: tanggal hasil hitungan berlaku lagi</translation>
    </message>
</context>
<context>
    <name>_ReasonDialog</name>
    <message>
        <source>Say why: whoever reads a letter of today in ten years will ask.</source>
        <translation>Sebutkan alasannya: siapa pun yang membaca surat hari ini sepuluh tahun lagi akan menanyakannya.</translation>
    </message>
</context>
<context>
    <name>_Reckoned</name>
    <message>
        <source>How the date was reckoned</source>
        <translation>Cara menghitung tanggal</translation>
    </message>
    <message>
        <source>No deadline of this case has a date that could be set.</source>
        <translation>Tidak ada tenggat perkara ini yang tanggalnya dapat ditetapkan.</translation>
    </message>
</context>
<context>
    <name>_TreatmentDelegate</name>
    <message>
        <source>What happens to this category</source>
        <translation>Apa yang terjadi dengan kategori ini</translation>
    </message>
</context>
<context>
    <name>_Versions</name>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>bawaan</translation>
    </message>
    <message>
        <source>The text that the program ships.</source>
        <translation>Teks bawaan program.</translation>
    </message>
    <message>
        <source>set back</source>
        <translation>dikembalikan</translation>
    </message>
    <message>
        <source>holds now</source>
        <translation>berlaku sekarang</translation>
    </message>
</context>
<context>
    <name>_WhySection</name>
    <message>
        <source>set by hand</source>
        <translation>ditetapkan manual</translation>
    </message>
</context>
<context>
    <name>_WhyWindow</name>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Simpan PDF…</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Sa&amp;lin sebagai teks</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>No clock runs in this case.</source>
        <translation>Tidak ada jangka waktu yang berjalan dalam perkara ini.</translation>
    </message>
    <message>
        <source>Open the case first: a record belongs to a case.</source>
        <translation>Buka perkaranya dahulu: catatan adalah milik suatu perkara.</translation>
    </message>
    <message>
        <source>{number} dates</source>
        <translation>tanggal {number}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Tidak dilaksanakan</translation>
    </message>
</context>
</TS>
