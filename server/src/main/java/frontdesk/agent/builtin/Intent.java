package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a sentence is after. */
enum Intent {
  PERSON(
      "\\b(talk|speak|spk|chat|talking|speaking) (to|with) (an? |the |some ?|your )?(real |actual"
          + " |live |proper |human )?(person|people|human("
          + " being)?|someone|somebody|anyone|operator|agent|manager|owner|staff|receptionist|colleague|boss|team|representative|one"
          + " of you)",
      "\\b(real|actual|live|proper) (person|human|people)\\b|\\b(i want|need|get me|give"
          + " me|prefer|rather) (a |an"
          + " )?(human|operator|person)\\b|^\\W*(?:(?:yes|yeah|ok|okay|si|certo|then)\\W+)*(?:an?"
          + " |un[ao]?"
          + " )?(human|operator|agent|person|colleague|operatore|persona|umano|collega)(?:\\W+(?:please|per"
          + " favore|pls|thanks|thank you|grazie))*\\W*$",
      "\\b(can|could|please|have|get|will|ask|let) (someone|somebody|anyone|a (real"
          + " )?(colleague|human|person)|the (owner|manager)|one of you|you) (to )?(please"
          + " )?(call|ring|phone|contact|answer|reply to|get back to|write back to)"
          + " me\\b",
      "\\b(someone|somebody) (to )?(call|ring|phone|contact|get back to)\\b|\\b(call|ring|phone)"
          + " me( back| please|$)|\\bhave (someone|somebody) get back",
      "\\b(parlare|parlo|parlarne|sentire|parlato|spiegar\\w*) (direttamente )?(con|a) (una? |il"
          + " |la |l'|qualche )?(vera )?(persona|qualcuno|umano|operator\\w*|essere"
          + " umano|responsabile|titolare|proprietari\\w|addett\\w+|segretari\\w+|reception|collega|voce|voi)",
      "\\bput me through\\b|\\b(the|your) (manager|owner|boss)\\b|\\bis there (a |any"
          + " )?(human|person|someone|anyone|somebody)\\b.{0,20}\\b(talk|speak|message|chat|call)|\\bcon"
          + " cui (posso )?parl\\w+|\\bumano\\b",
      "\\b(operatore|persona (vera|reale)|umano in carne)\\b|\\ba voce\\b",
      "\\b(farmi|fatemi|mi (fate|fa|faccia|puo far|potete far|potreste far))"
          + " (ri)?(chiamare|contattare)|\\b(mi|potete|potreste|puo|puoi)"
          + " (ri)?(chiamarmi|contattarmi|chiamate|richiamate|contattate|richiamare|chiamare)\\b|\\brichiamatemi\\b|\\brichiamami\\b|\\bmi"
          + " richiami\\b|\\b(qualcuno|una persona) (che )?mi (ri)?(chiam\\w+|contatt\\w+)",
      "\\bask (a|your|the) colleague|\\bask(ing)? for (one|a"
          + " (colleague|person|human))\\b|\\b(want|need|like|prefer) a colleague\\b|\\bchied\\w+"
          + " (a|al|a un|ad un|di un|di una) (tuo |suo |vostro"
          + " )?collega|\\b(vorrei|voglio|preferisco|preferirei|mi serve) un[ao]?'?"
          + " ?collega\\b|\\bpass (me|this) (on )?to|\\bpassami|\\bmi pass[ia]\\b"),
  COMPLAINT(
      "\\bcomplain(t|ing)?\\b|\\b(not|n't|never been so) (really |very |at all |been"
          + " )?(happy|satisfied|pleased) with\\b|\\b(unhappy|dissatisfied|disappointed)"
          + " with\\b|\\bcame out (all"
          + " )?(orange|green|wrong|terrible|terribly|awful|horrible|bad|badly)|\\brefund\\b|\\bmoney"
          + " back\\b|\\b(ruined|botched|messed up)"
          + " my\\b|\\b(terrible|awful|horrible|disgusting|appalling)"
          + " (service|job|experience|haircut|work|treatment)",
      "\\breclam\\w+|\\blamentel\\w+|\\blamentarmi\\b|\\brimbors\\w+|\\b(venuto|venuta|fatto|riuscit[oa]|andat[oa])"
          + " (molto |davvero |proprio )?(male|malissimo|uno schifo)|\\bnon sono (per niente"
          + " |affatto |molto |proprio"
          + " )?(contento|contenta|soddisfatt[oa])|\\b(rovinat[oa]|inaccettabile|vergogn\\w+|pessim[oa]"
          + " (servizio|esperienza))|\\bdelus[oa]\\b"),
  CANCEL(
      "\\bcancel\\w*|\\bcall(ing)? (it )?off\\b|\\btak(e|ing) (it|me|this|that|my \\w+)"
          + " off\\b|\\b(remove|delete|scrap|drop)"
          + " (it|my|the|this|that)\\b|\\b(won'?t|wont|can'?t|cant|cannot|not able to|not going"
          + " to|unable to|won't be able to|can no longer|couldn'?t) (be able to )?(make (it(?!"
          + " (any )?(earlier|later|sooner|before|after|until|till|much))|\\w+day|the|my)|come( any"
          + " ?more| in)?|attend|be there|keep)\\b|\\bno longer (need|want|able)|\\bdon'?t need"
          + " (it|the appointment) any ?more",
      "\\bdisdi\\w+|\\bdisdett\\w+|\\bannull\\w+|\\bcancell\\w+|\\belimin\\w+|\\b(non|nn)"
          + " (posso|riesco|potro|riusciro|ce la faccio)( piu)?( a)?"
          + " (venire|esserci|passare|essere)|\\b(non|nn) (ce la faccio|vengo|riesco|posso)"
          + " piu\\b|\\bnon ce la"
          + " faccio\\b|\\btogli(e?te|mi|etemi|ere|a|e?tel[aeio]|amol[aeio]|el[aeio])\\b|\\bnon (mi"
          + " )?serve piu\\b|\\bdevo rinunciare\\b|\\bsalta(re)? l'appuntamento"),
  MOVE(
      "\\b(mov(?:e|ing)(?! (?:house|home|flat|out|away|abroad|in|into|cit|to a"
          + " new))|reschedul\\w+|re-schedul\\w+|rearrang\\w+|postpon\\w+|bring"
          + " (it|that|this|mine|my \\w+)? ?forward|push(ed)? (it|my"
          + " \\w+|this|that|mine|back)\\b|shift (it|my|the|this|that)|(swap|switch)"
          + " (it|my|the|this|that|to))\\b|\\bchang(e|ing) (it|my|the|this)"
          + " ?(appointment|booking|time|day|date|to|for)?\\b|\\bput (it|me)"
          + " (back|forward)\\b|\\bdelay (it|my)",
      "\\bspost\\w+|\\bslitt(are|iamo|arlo|a)\\b|\\b(rimand|rinvi)\\w+|\\bposticip\\w+|\\banticip(are|o|iamo|arlo|arla|ate|i|a)\\b|\\b(cambi|modific)(are|arlo|arla|o|iamo|ate|a)"
          + " (l'|il |la |di |quello"
          + " )?(orario|ora|giorno|data|appuntamento|prenotazione)|\\bcambiarl[oa]\\b"),
  PRICE(
      "\\bhow much\\b(?! time| longer)|\\bprices?\\b|\\bcosts?\\b|\\bcharge\\b|\\bfees?\\b|\\bhow"
          + " expensive\\b|\\brates?\\b",
      "\\bquanto (mi )?(costa\\w*|viene|vengono|verrebbe\\w*|prende\\w*|fate"
          + " pagare|sarebbe|spend\\w+|pago|si paga|chiede\\w*|e il"
          + " prezzo|per)\\b|\\bprezz\\w+|\\btariff\\w+|\\b(il|che|di|i|quali)"
          + " cost[oi]\\b|\\bcostano\\b|\\bcosta\\b.*\\?|\\blistino\\b|\\bquant'e\\b|\\bquanto\\?"),
  DURATION(
      "\\bhow long\\b(?!.{0,12}(open|wait until))|\\bhow much time\\b|\\bhow many"
          + " (minutes|hours)\\b|\\bduration\\b",
      "\\bquanto (dura\\w*|tempo|ci (vuole|mette\\w*|si mette|impiega\\w*))|\\bdurata\\b|\\bquante"
          + " ore\\b|\\bquanti minuti\\b"),
  HOURS(
      "\\b(opening|closing|business|working) (hours?|times?)\\b|\\b(what|which) (time|hours?|days?)"
          + " (do|are|does|would) (you|u|the \\w+) (guys"
          + " )?(open|close|shut|start|finish|work)|\\b(what|which) (time|hours?|days?)"
          + " (you|u|ya|they|the \\w+) (guys )?('?re )?(open|close|shut)|\\bwhen (you|u|they)"
          + " (open|close|shut)\\b|\\bwhen (do|are|does) (you|u|the \\w+) (guys"
          + " )?(open|close|shut)|\\b(are|r) (you|u|ya) (guys )?(open|closed|shut)\\b|\\bhow late"
          + " are you\\b|\\b(open|closed) (on|till|until|at)\\b|\\byour"
          + " hours\\b|\\b(what|whats|what's)( are| is)?( the)? (hours?|times?) (on|for|at|over)"
          + " (the )?(weekends?|\\w+days?)\\b|\\bhours (on|for|at|over) (the"
          + " )?(weekends?|(sun|mon|tues|wednes|thurs|fri|satur)days?)\\b|\\bdo you"
          + " (open|close|work) (on|at|before|after|weekends?|saturdays?|sundays?)\\b",
      "\\blavorate\\b|\\borari\\b|\\borario (di\\b|siete|fate|d')|\\bche orari[oi]?"
          + " (fate|avete|fai|di)|\\ba che ora (si"
          + " )?(apr\\w+|chiud\\w+|siete|cominciate|finite)|\\bfino a (che"
          + " ora|quando)\\b|\\b(siete|e|sei|restate|rimanete) (anche"
          + " )?(apert[iao]|chius[iao])\\b|\\bquando (aprite|chiudete|siete"
          + " apert\\w)|\\b(aprite|chiudete)\\b|\\bl'orario\\?"),
  ADDRESS(
      "\\bwhere (are|r) (you|u|ya)\\b|\\bwhere (is|'s) (it|the"
          + " (shop|salon|office|studio|practice|clinic|place))\\b|\\baddress\\b(?! is)|\\bhow"
          + " (do|can) (i|we) (get|reach|find)( to)? (there|you|it)\\b|\\bdirections\\b|\\byour"
          + " location\\b|\\bwhere'?s your\\b|\\bwhereabouts\\b|\\bwhere (do i|should i|to)"
          + " (come|go)\\b",
      "\\bdove (siete|vi (trovate|trovo)|si trova|state|e (il|lo|la)|sta|devo"
          + " venire|sei|avete)\\b|\\bindirizzo\\b|\\bcome (si |ci |vi"
          + " )?(arriv\\w+|raggiung\\w+)|\\bin che (via|zona)\\b"),
  CONTACT_US(
      "\\b(your|the (shop|salon|office|studio)('s)?)"
          + " (phone|number|telephone|email|e-mail|website|site|web ?page)\\b|\\bcan i call you\\b",
      "\\b(vostro|tuo|suo|il vostro|il) (numero di telefono|sito|sito web|e-?mail|indirizzo"
          + " mail)\\?|\\bvostr[oa] (numero|mail|email|sito|telefono)\\b|\\bposso"
          + " chiamarvi\\b|\\bavete un (sito|numero)"),
  UNKNOWN_FACT(
      "\\bpark(ing|ed)?\\b|\\b(pay|payment|paying|accept|take) (by |with |in"
          + " )?(card|cards|cash|contactless|amex|visa|apple pay|paypal|cheque)\\b|\\bcredit"
          + " cards?\\b|\\b(does|will|would|is|do) (it|this|that|they) (be )?(going to"
          + " )?(hurt|painful|sting)\\b|\\bpainful\\b|\\bwheelchair\\b|\\bstep[-"
          + " ]free\\b|\\bdiscounts?\\b|\\binsurance\\b|\\bgift"
          + " (card|voucher)s?\\b|\\bvouchers?\\b|\\bwi-?fi\\b|\\b(bring|take) my"
          + " (dog|pet|kids|baby)\\b|\\bdogs?"
          + " allowed\\b|\\bsterili[sz]e\\b|\\bproducts?\\b.*\\buse\\b|\\bwhat"
          + " (brand|products)\\b|\\bside effects?\\b|\\bbring (anything|something|with"
          + " me)\\b|\\bwhat (do|should) i (need to )?bring\\b|\\bin"
          + " advance\\b.*\\bpay\\b|\\bdeposit\\b",
      "\\bparchegg\\w+|\\b(paga\\w*|accettat\\w+|prendete|si puo pagare|accettano) (anche )?(con"
          + " |in |la |le |il"
          + " )?(carta|carte|contanti|bancomat|satispay|pos|paypal|bonifico|assegn\\w+)\\b|(?<!mi"
          + " )\\bfa (molto )?male\\b|\\bdoloros[oa]\\b|\\bsi sente (dolore|male)\\b|\\bsedia a"
          + " rotelle\\b|\\bdisabil\\w+|\\bscont[oi]\\b|\\bassicurazion\\w+|\\bconvenzion\\w+|\\b(buono|buoni|carta)"
          + " regalo\\b|\\bwi-?fi\\b|\\b(portare|venire con) (il|un|i|la|mio)"
          + " (cane|bambin\\w+|passeggino)|\\bche prodotti\\b|\\bche"
          + " marca\\b|\\bcontroindicazion\\w+|\\bcosa devo portare\\b|\\bdevo"
          + " portare\\b|\\banticipo\\?|\\bcaparra\\b|\\brateizz\\w+|\\ba"
          + " rate\\b|\\bfattura\\b|\\bdetrar\\w+|\\bascensore\\b|\\bmetro\\b|\\bautobus\\b"),
  SERVICES(
      "\\bwhat (services?|treatments?|kind of \\w+) (do|are|can)|\\bwhat (do|can|else do) you (guys"
          + " )?(do|offer|provide)\\b|\\blist of (services|treatments)\\b|\\bwhich"
          + " (services|treatments) (do|are)\\b|\\byour services\\b|\\bmenu\\b|\\bprice list\\b",
      "\\b(che|quali) (servizi|trattamenti|prestazioni|cose)\\b|\\bcosa"
          + " (fate|offrite|proponete)\\b|\\bche (fate|offrite)\\b|\\blistino\\b|\\bi vostri"
          + " servizi\\b|\\belenco\\b"),
  OWN(
      "\\b(when|what time|what day|at what time|which day)('s| is| was| are)? (my|our) (next"
          + " )?(appointment|booking|haircut|visit|slot)|\\bdo i (already )?have (an|any|a)"
          + " (appointment|booking)|\\bmy (next )?(appointments?|bookings?)\\?|\\bwhat"
          + " (appointments?|bookings?) (do|have) i\\b|\\bam i (still"
          + " )?booked\\b|\\b(check|see|confirm|remind me of) my (appointment|booking)s?\\b|\\bwhat"
          + " (have i|did i|i have|i've|have we) (got )?book(ed)?\\b|\\bhave i (got"
          + " )?(anything|something) booked\\b|\\bdo i have (anything|something) booked\\b|\\bwhen"
          + " am i (booked|coming)\\b|\\bhave i got an? (appointment|booking)",
      "\\b(quando|a che ora|che giorno) (ho|avevo|era|e|ce l'ho|sarebbe) (l'|il |la |un |mio |il"
          + " mio |la mia )?(appuntamento|prenotazione|mio)|\\bho (gia )?(un|degli|altri|qualche)"
          + " appuntament\\w+\\?|\\bi miei appuntamenti\\b|\\b(cosa|che cosa|quando) ho"
          + " prenotato\\b|\\bche appuntament\\w+ ho\\b|\\bho (gia )?(qualcosa|niente|prenotazioni)"
          + " (di )?(prenotat\\w+|in programma)|\\bmio appuntamento\\?|\\bquando devo"
          + " venire\\b|\\bricorda\\w+ (quando|l'appuntamento|a che ora)"),
  /** Somebody's who need not be the writer. */
  OTHERS(
      "\\b(?!(?:it|that|what|when|who|where|here|there|let|how|he|she|name|today|tomorrow|yesterday"
          + "|tonight|morning|afternoon|week|month|\\w+day)'s)\\w{2,}'s (?:\\w+"
          + " )?(?:appointments?|bookings?|slot)\\b|\\bwho(?: else)? (?:is|has)"
          + " (?:coming|booked|an? appointment)\\b|\\b(?:other|all)"
          + " (?:customers?|clients?|patients?|people'?s?)(?:'s?)?"
          + " (?:appointments?|bookings?|names?|numbers?)\\b",
      "\\b(?:quando|a che ora|che giorno) (?:ha|hanno|viene|vengono) (?:l'|un"
          + " )?(?:appuntament|prenotazion)\\w+|\\bchi (?:altro )?(?:viene|ha"
          + " (?:prenotato|appuntamento))\\b|\\b(?:appuntament\\w+|prenotazion\\w+)"
          + " (?:di|del|della) (?:altr\\w+|tutti|signor\\w*|sig\\w*|client\\w+|pazient\\w+)"),
  INSULT(
      "\\b(useless|stupid|idiot|idiots|dumb|moron|fuck\\w*|shit\\w*|crap|bullshit|piss"
          + " off|wtf|screw you|pathetic|rubbish bot|hate (you|this))\\b",
      "\\b(inutil[ei]|stupid\\w|idiot\\w|scem[oa]|cretin\\w|vaffanculo|fanculo|merda|cazz\\w+|imbecill\\w|incapac[ei]|fai"
          + " schifo|fate schifo|che schifo|deficient\\w|rincoglionit\\w)\\b"),
  WHO(
      "\\b(are|r) (you|u) (a |an |really |actually"
          + " )*(bot|robot|human|real|ai|machine|person|computer|chatbot)\\b|\\bis this (a |an"
          + " )?(bot|robot|ai|automated|real person|chatbot|human|person)\\b|\\bwho (are you|am i"
          + " (talking|speaking|chatting) (to|with)|is this)\\b|\\bam i (talking|speaking|chatting)"
          + " (to|with) (a |an )?(bot|robot|human|real|ai|machine|person|computer)\\b",
      "\\bsei (un |una |davvero"
          + " )*(bot|robot|umano|persona|vera|ia|ai|macchina|intelligenza)\\b|\\bchi"
          + " (sei|siete|parla|e lei|sta rispondendo)\\b|\\b(sto parlando|parlo|sto scrivendo|sto"
          + " chattando) con (un |una )(bot|robot|persona|macchina|umano|computer)\\b|\\b(e|sei) un"
          + " risponditore\\b"),
  OFF_TOPIC(
      "\\b(weather|joke|poem|song|recipe|homework|football|capital of|president|prime"
          + " minister|bitcoin|stock market|translate|source"
          + " code|python|javascript|essay|horoscope|lottery|election|meaning of life|system"
          + " prompt|ignore (all|previous|your))\\b",
      "\\b(che tempo"
          + " (fa|fara)|previsioni|barzelletta|poesia|canzone|ricetta|compiti|calcio|capitale"
          + " (di|d')|presidente|traduc\\w+|codice sorgente|tema su|oroscopo|lotto|elezioni|senso"
          + " della vita|ignora (tutte|le|ogni)|raccontami)\\b"),
  HOW_ARE_YOU(
      "\\bhow('?s| is| are|re) (you|u|ya|it going|your day|things|everything|life|it)\\b|\\bhow do"
          + " you do\\b|\\byou (ok|alright|good)\\?|\\bhow('?s| has)"
          + " .{0,20}(going|been)\\b|\\bwhat'?s up\\b",
      "\\bcome (va|stai|state|sta|andiamo|te la passi|butta|procede)\\b|\\btutto (bene|ok|a"
          + " posto)\\?"),
  GREETING(
      "^\\W*(hi+|hello+|hey+|hiya|heya|yo|howdy|morning|afternoon|evening|good"
          + " (morning|afternoon|evening|day)|greetings)\\b",
      "^\\W*(ciao+|salve|buongiorno|buon giorno|buonasera|buona sera|buondi|buon"
          + " pomeriggio|ehi|ehila|hola)\\b"),
  THANKS(
      "\\b(thank(s| you)|thx|cheers|ta|much appreciated|tysm|ty)\\b",
      "\\b(grazie|grz|ringrazi\\w+|gentilissim\\w+|molto gentil[ei])\\b"),
  BYE(
      "\\b((kind|best|warm) (regards|wishes)|bye+|goodbye|good ?night|see (you|ya|u)|cya|take"
          + " care|have a (good|nice|great|lovely) (day|one|evening|weekend))\\b",
      "\\b((cordiali|distinti|cari|i miei)? ?saluti|arrivederci|arrivederla|a presto|ci"
          + " vediamo|buona (giornata|serata|notte|domenica)|buon (weekend|fine settimana)|alla"
          + " prossima|a (domani|sabato|lunedi|martedi|mercoledi|giovedi|venerdi))\\W*$"),
  FREE_TIMES(
      "\\b(what|which|when|any|anything|something|got)"
          + " .{0,25}(free|available|availability|slots?|openings?|space|left|room)\\b|\\bwhat have"
          + " you got\\b|\\bwhen (can|could) (i|you|we)\\b|\\bavailabilit\\w+|\\bfit me"
          + " in\\b|\\bsqueeze me in\\b|\\b(earliest|soonest|next available)\\b|\\bhave you (got"
          + " )?(anything|any|something)\\b",
      "\\bdisponibil\\w+|\\b(avete|c'?e|ce|hai|ci sono|trov\\w+) (qualche |un |del |dei |per caso"
          + " un |ancora |mica )*(posto|posti|buco|buchi|spazio|slot|qualcosa|orari"
          + " liberi|libero)|\\bqualcosa (di libero|libero|per)\\b|\\bquando (posso|potrei|si"
          + " puo|potete|avete)\\b|\\bprimo posto\\b|\\bprima possibile\\b|\\bposti liberi\\b"),
  BOOK(
      "\\b((is|would|be|if) (it )?(be )?possible|any"
          + " chance)\\b|\\b(book|booking|appointment|reserve|reservation|appt|apt|schedule|pencil"
          + " me in)\\b|\\b(i'?d|i would|would) (like|love|need)\\b|\\bi (want|need)\\b|\\bcan"
          + " (i|you|we) (get|have|do|come|book|fit|make)\\b|\\bcould (i|you|we)"
          + " (get|have|do|come|book|fit|make)\\b|\\bneed an?\\b|\\bcome in\\b|\\b(cud|can|could)"
          + " i\\b",
      "\\b((e|sarebbe|era|fosse) possibile|possibile (avere|venire|fare)|si"
          + " (riesce|riuscirebbe)|riusci(te|reste|rebbe)|riesc[ie])"
          + " |\\bprenot\\w+|\\bappuntament\\w+|\\bfissar\\w+|\\bfissiamo\\b|\\bsegnar\\w+|\\bmi"
          + " (segn[ia]|mett[iae])\\b|\\b(vorrei|voglio|vorremmo|volevo|desidero|desidererei|dovrei|devo|mi"
          + " serv\\w+|avrei bisogno|ho bisogno|mi servirebbe|posso venire|potrei"
          + " venire|vengo)\\b|\\bvenire\\b"),
  ANOTHER(
      "\\b(another|also|as well|one more|too|a second|and one|and an?|plus)\\b",
      "\\b(anche|un altro|un'altra|ancora un|pure (un|per)|in piu|gia che ci (siamo|sono)|e"
          + " un[oa]?|poi)\\b"),
  INSTEAD(
      "\\b(instead|rather|actually|make it|better|could we do|can we do|change)\\b",
      "\\b(invece|piuttosto|anzi|meglio|facciamo|fare alle)\\b");

  /** "If I need to cancel later, can I?" asks how it would be. */
  private static final Pattern WOULD_CANCEL =
      Pattern.compile(
          "\\b(?:(?:if|in case|what if) (?:(?:later|then|by any chance) )?(?:i|we)(?:"
              + " (?:ever|then|later|do|should|need|needed|have|had|want|wanted|must|to))*|se"
              + " (?:(?:poi|dopo|per caso|un domani|mai)"
              + " )*(?:(?:devo|dovessi|volessi|voglio|dobbiamo|dovessimo|fosse necessario|serve)"
              + " )?(?:poi )?|(?:fino a quando|entro quando) (?:si )?(?:posso|puo|potrei)"
              + " |(?:until|till) when can (?:i|we)|how (?:late|long before) can (?:i|we))"
              + " ?(?:cancel\\w*|disdi\\w+|annull\\w+)|\\bcancell?ation"
              + " (?:policy|fee|charge|terms)\\b");

  /** "I need to move, no wait, I'd like to book": what came before is not meant. */
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "\\b(i mean|i meant|no,? wait|wait,? no|no,? sorry|sorry,? no|scratch that|no,? scus[aio]"
              + "|scus[aio],? no|no,? anzi|anzi,? no|volevo dire|mi correggo|no,? aspett[ai])\\b");

  private final Pattern pattern;

  Intent(String english, String italian) {
    this(new String[] {english, italian});
  }

  Intent(String... any) {
    this.pattern = Pattern.compile(String.join("|", any));
  }

  /** Every intent of a text, with the sentence it stands in. */
  static Map<Intent, Span> in(Said said) {
    var found = new EnumMap<Intent, Span>(Intent.class);
    for (var intent : values()) {
      var matcher = intent.pattern.matcher(said.plain());
      if (matcher.find()) {
        found.put(intent, sentence(said.plain(), matcher.start(), matcher.end()));
      }
    }
    var would = WOULD_CANCEL.matcher(said.plain());
    if (would.find()) {
      found.remove(CANCEL);
      found.put(UNKNOWN_FACT, sentence(said.plain(), would.start(), would.end()));
    }
    var takenBack = TAKEN_BACK.matcher(said.plain());
    while (takenBack.find()) {
      var before = said.plain().substring(0, takenBack.start());
      var after = said.plain().substring(takenBack.end());
      boolean newWish = BOOK.pattern.matcher(after).find();
      List.of(MOVE, CANCEL).stream()
          .filter(wish -> newWish && wish.pattern.matcher(before).find())
          .filter(wish -> !wish.pattern.matcher(after).find())
          .forEach(found::remove);
    }
    return found;
  }

  private static Span sentence(String text, int from, int to) {
    int start = from;
    while (start > 0 && !ends(text, start - 1)) {
      start--;
    }
    int end = to;
    while (end < text.length() && !ends(text, end)) {
      end++;
    }
    return new Span(start, end);
  }

  /** A full stop inside "7.30" ends nothing. */
  private static boolean ends(String text, int at) {
    char letter = text.charAt(at);
    return letter == '?'
        || letter == '!'
        || letter == '\n'
        || (letter == '.' && (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1))));
  }
}
