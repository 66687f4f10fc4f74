//! Names of months.

use crate::hashed::ByHash;
use crate::text::stem::hash;
use std::sync::LazyLock;

/// The names, full and short, in the languages in which news pages write dates; one list a month. A word is looked up in lower case, so
/// German and Turkish capitals are no trouble. Names that mean one month here and another there (Croatian
/// "listopad", Czech "listopad") are given by language code in [`month`].
const NAMES: [&str; 12] = [
    "january jan january januar jänner jaenner janner janvier janv enero ene gennaio gen janeiro januari tammikuu tammikuuta stycznia styczeń sty ledna leden január januára janeži ianuarie ian ocak oca января январь янв січня січень січ януари ιανουαρίου ιαν ιανουάριος јануар siječnja sijecnja sausio sausis janvāris janvāra jaanuar يناير كانون-الثاني janvye ינואר जनवरी জানুয়ারি มกราคม ژانویه",
    "february feb februar feber février fevrier févr fevr febrero febbraio febb fevereiro fev februari helmikuu helmikuuta lutego luty lut února unora únor únorjúci február februára februarie şubat subat şub февраля февраль фев февр лютого лютий лют февруари φεβρουαρίου φεβ фебруар veljače vasario februāris februāra veebruar فبراير شباط פברואר फरवरी फ़रवरी ফেব্রুয়ারি กุมภาพันธ์ فوریه",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt maaliskuu maaliskuuta marca marzec března brezna březen március márc martie mart marta марта март мар березня березень бер μαρτίου μαρ μάρτιος ožujka kovo marts märts مارس آذار מרץ मार्च মার্চ มีนาคม",
    "april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień kwi dubna duben apríla április ápr aprilie nisan nis апреля апрель апр квітня квітень квіт април απριλίου απρ travnja balandžio aprīlis aprīļa aprill أبريل إبريل نيسان אפריל अप्रैल এপ্রিল เมษายน آوریل",
    "may mai mayo maggio mag maio mei maj touko toukokuu toukokuuta maja května kvetna květen kve mája május máj mayıs mayis мая май травня травень трав маи μαΐου μαϊου μαΐ μάιος svibnja gegužės maijs maija مايو أيار מאי मई মে พฤษภาคม مه",
    "june jun juni juin junio giugno giu junho juno kesäkuu kesäkuuta czerwca czerwiec cze června cervna červen jún júna június júnia iunie iun haziran haz июня июнь июн червня червень черв юни ιουνίου ιουν ιούνιος lipnja birželio jūnijs jūnija juuni يونيو حزيران יוני जून জুন มิถุนายน ژوئن",
    "july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta lipca lipiec července cervence červenec júl júla július júlia iulie iul temmuz tem июля июль июл липня липень лип юли ιουλίου ιουλ ιούλιος srpnja liepos jūlijs jūlija juuli يوليو تموز יולי जुलाई জুলাই กรกฎาคม ژوئیه",
    "august aug août aout agosto ago augustus elokuu elokuuta sierpnia sierpień sie srpna srpen augusta augusztus aug ağustos agustos ağu августа август авг серпня серпень серп агуст αυγούστου αυγ αύγουστος kolovoza rugpjūčio augusts agustus agu augustā أغسطس آب אוגוסט अगस्त আগস্ট สิงหาคม اوت",
    "september sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta września wrzesień wrz září zari szeptember szept septembra septembrie eylül eylul eyl сентября сентябрь сен сент вересня вересень вер септември σεπτεμβρίου σεπ σεπτέμβριος rujna rugsėjo septembris سبتمبر أيلول ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน سپتامبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta października październik paź paz října rijna říjen október októbra octombrie ekim eki октября октябрь окт жовтня жовтень жовт октомври οκτωβρίου οκτ οκτώβριος spalio oktobris oktoober أكتوبر אוקטובר अक्टूबर অক্টোবর ตุลาคม اکتبر",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopada november novembra noiembrie noi kasım kasim kas ноября ноябрь ноя нояб листопада листопад листоп ноември νοεμβρίου νοε νοέμβριος studenoga lapkričio novembris نوفمبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน نوامبر",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro joulukuu joulukuuta grudnia grudzień gru prosince prosinec decembra decembrie aralık aralik ara декабря декабрь дек грудня грудень груд декември δεκεμβρίου δεκ δεκέμβριος prosinca gruodžio decembris detsember desember des ديسمبر דצמבר दिसंबर ডিসেম্বর ธันวาคม دسامبر",
];

/// The month that a lower-case word names, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    static NUMBERS: LazyLock<ByHash<u32>> = LazyLock::new(|| {
        // The first month that has a name keeps it.
        let months = NAMES.iter().zip(1..).collect::<Vec<_>>().into_iter().rev();
        months.flat_map(|(names, number)| names.split(' ').map(move |name| (hash(name.as_bytes()), number))).collect()
    });
    if word.chars().count() < 3 && word.is_ascii() {
        return None;
    }
    // Hebrew and Arabic write prepositions onto the word.
    let number = |word: &str| NUMBERS.get(&hash(word.as_bytes())).copied();
    number(word).or_else(|| number(word.strip_prefix('ב')?))
}
