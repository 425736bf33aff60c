namespace CxFunctions.Channels.Wishes;

internal static class WishWordsEn
{
    private const string Me = "(?: (?:me|us|my phone|my cell|my number|this number|this phone|to me|to us|to this number|to my phone|to my cell|on my phone|from you|from you guys|from this number|from your company))*";

    private const string Again = "(?: again| any ?more| ever again| ever| any longer)*";

    public static readonly WishWords Words = new()
    {
        Locale = "en",
        Stop =
        [
            "stop", "stopall", "stop (?:it|this|that|them|all|everything|now|all of (?:this|these|it))", "unsubscribed?", "un subscribe", "unsub", "unsubscribes",
            "unsuscribe", "unsubcribe", "unsubscibe", "unscribe", "unsubscrib", "unsubcrible", "unsubscrive", "cancel", "cancel all",
            "no (?:more )?(?:texts?|messages?|sms|surveys?|msgs?|txts?|spam)", "(?:stop|end|cancel|quit) (?:text|txt|msg|message|survey)", "end", "quit", "revoke",
            "(?:i )?(?:hereby )?(?:revoke|withdraw) (?:my )?consent", "optout", "opt out", "opt me out", "opting out", "remove", "delete me", "exit", "no more", "cease",
            "cease and desist", "desist",
            "stpo", "sotp", "tsop", "stopp", "stopit", "stopthis", "stop2end", "stop2quit", "st op", "s top", "sto p",
        ],
        Start =
        [
            "start", "unstop", "restart", "resume", "subscribe", "resubscribe", "optin", "opt in", "opt me in", "opt me back in", "sign me up(?: again)?", "start again",
            "start sending again", "subscribe me(?: again)?",
        ],
        Help =
        [
            "help", "info", "information", "help me", "more info", "need help", "who is this", "whos this", "who are you", "who is it", "what is this", "whats this",
            "who is texting(?: me)?",
        ],
        Requests =
        [
            $"(?:stop|quit|cease) (?:texting|txting|messaging|contacting|emailing|mailing|spamming|bothering|harassing|bugging|pestering|disturbing|surveying){Me}{Again}",
            $"(?:stop|quit|cease) (?:sending|with|receiving|getting|delivering){Me} {{o}}{Me}{Again}",
            $"(?:stop|end|cancel|quit|halt|block|discontinue|no more|no further|not another) {{o}}{Me}{Again}",
                        $"(?:do not|dont|donot|never) (?:ever )?(?:text|txt|message|msg|contact|email|e mail|bother|disturb|spam|harass|pester|survey)(?: me| us| my phone| my number| this number){Again}",
            $"(?:do not|dont|never) (?:ever )?{{o}} (?:me|us|this number){Again}", $"enough (?:with|of) {{o}}{Me}",
            $"(?:do not|dont|never) (?:ever )?(?:send|give)(?: me| us)?(?: any)?(?: more)? {{x}}{Me}{Again}",
            $"i? ?(?:do not|dont|no longer|never)(?: ever)? (?:want|wish|need|care)(?: to)?(?: (?:get|receive|have|see|keep getting|keep receiving|be sent))?(?: any)?(?: more)? {{o}}{Me}{Again}",
            $"i? ?(?:do not|dont|no longer) (?:want|wish) to (?:hear from you|be (?:contacted|texted|bothered|surveyed|messaged|emailed|spammed|on {{list}}|in {{list}})){Me}{Again}",
            "i? ?(?:do not|dont|no longer) (?:want|wish) (?:you|u) to (?:contact|text|message|bother|survey|write)(?: me| us)" + Again,
            "(?:remove|delete|erase|take|drop|scrub|pull|get|strike)(?: (?:me|my (?:name|phone number|cell number|number|phone|cell|info|information|contact|details|data)|this number|this phone))(?: off| out)?(?: of| from)?(?: {list})",
            "(?:want|let me|get me) out of {list}", "remove me", "unsubscribe me", "take me off",
            "i? ?(?:do not|dont|no longer) (?:consent|agree) to(?: receiving| receive| getting| get)? {o}",
            "(?:do not|dont|no longer) (?:want|wish) to (?:receive|get|have)(?: any)?(?: more)? {x}",
            "(?:remove|delete|erase|lose|forget|drop) (?:my (?:phone number|cell number|number|phone|cell)|this number)",
            "unsubscribe (?:me|us|my number|this number|my phone)(?: from)?(?: {o}| {list})?",
            "unsubscribe from (?:{o}|{list}|this|these|all)",
            "opt (?:me |us )?out (?:of|from) (?:{o}|{list}|this|these|all)",
            $"(?:want|like|wish|need|prefer)(?: to)? stop (?:getting|receiving) {{o}}{Me}",
            "leave me alone", "leave us alone",
            "make (?:it|this|them|these|{o}) stop", "want (?:it|this|these|them|{o}) to stop",
        ],
        WholeRequests =
        [
            $"stop sending{Me}(?: stuff| things| this| these| that| crap| shit| any ?thing)?{Again}", $"stop (?:calling|writing|phoning){Me}{Again}",
            $"(?:do not|dont|never) (?:ever )?(?:call|write|phone|write to|contact|text|txt|message|email){Me}{Again}",
            $"(?:do not|dont|never) send(?: any ?thing| any more){Me}{Again}",
            "remove me", "take me off", "take me out", "unsubscribe me", "no more (?:of this|of these|from you)", "leave me be",
            "(?:i )?(?:already )?(?:said|told you(?: to)?|texted|replied|wrote|sent|asked you to|typed) stop",
            "i? ?(?:do not|dont) (?:want|wish) to (?:hear from you|be contacted|be bothered|get anything|receive anything|receive any more|receive more|hear any more)" + Again,
            "i? ?want out", "stop or (?:i|ill|we) .*", "i? ?(?:dont|do not) want any ?more(?: of this| of these)?",
            "never (?:contact|text|message|call|write)(?: me| us| to me)?(?: again| any ?more)?",
        ],
        Doubts =
        [
            "unsubscrib\\w*", "unsub", "opt(?:ed|ing)? ?out", "not interested", "no interest", "no longer (?:wish|want|care|need)(?: to)? (?:receive|get|hear|have|be)",
            "(?:dont|do not) (?:want|wish|need) to (?:receive|get|hear)", "wrong (?:number|person|phone)",
            "stop (?:sending|texting|messaging|contacting|emailing|spamming|bothering|calling|writing|asking|surveying)",
            "(?:do not|dont) (?:text|message|contact|email|spam) me",
            "(?:never|did not|didnt) (?:sign|signed|subscribe|subscribed|ask|asked)(?: up)?(?: for)?(?: this| these| it| {o})?", "do surveys", "wasting my time",
            "waste of my time", "too many {o}", "how (?:do|can|could) i (?:stop|cancel|end|get off|get out)", "(?:off|from) {list}",
            "stop (?:this|these|the|your|all) (?:nonsense|crap|shit|bs|madness)",
            "you (?:guys |people )?keep (?:texting|messaging|spamming|sending)", "(?:gave|got|get) (?:you )?my (?:number|phone)",
            "(?:fed up|tired|sick)(?: \\w+){0,2} {o}", "(?:said|texted|replied|wrote|sent) stop",
        ],
        WholeDoubts =
        [
            "no thanks", "no thank you", "(?:cancel|end) (?:this|these|those|them)", "no thx", "block me", "spot", "stp", "sto", "delete", "block(?:ed)?", "blocked you", "spam", "scam", "enough", "thats enough",
            "never again", "out", "go away", "get lost", "piss off", "fuck off", "fuck you", "do not disturb", "dnd", "leave", "terminate", "discontinue", "reject",
            "i? ?(?:do not|dont) want (?:it|this|that|any|to)?", "i? ?(?:do not|dont) want to (?:participate|answer|respond|do this|take part|reply)",
            "(?:i )?(?:refuse|decline)", "not (?:me|now)", "\\d+ (?:stop|baja|pare|sair|cancelar?)", "not now", "dont", "do not",
            "(?:i|we) (?:want|need|would like|wish) to (?:cancel|end)", "id like to (?:cancel|end)", "cancel (?:my )?subscription",
        ],
        Polite =
        [
            "please", "pls", "plz", "pleas", "plse", "kindly", "thanks", "thank you", "thank u", "thx", "tx", "ty", "thanks in advance", "thank you very much",
            "many thanks", "hi", "hello", "hey", "dear", "mr", "mrs", "ms", "dr", "sir", "sirs", "madam", "good (?:morning|afternoon|evening|day)", "sorry", "regards",
            "best regards", "cheers", "lol", "omg", "ffs", "wtf",
            "damn", "fucking", "goddamn", "bloody", "the fuck", "the hell", "bitch", "asshole", "idiots?",
        ],
        Before =
        [
            "i want to", "i want", "i would like to", "i would like", "id like to", "i wish to", "i need to", "i need you to", "i want you to", "i would like you to",
            "id like you to", "i ask you to", "im asking you to", "i am asking you to", "can you", "could you", "would you", "will you", "can u", "you need to",
            "you can", "you may", "just", "ok", "okay", "so", "well", "yes", "yeah", "re", "fwd", "message",
            "let me", "lets", "want to", "immediately", "now", "again", "text", "the word", "reply", "i said", "i say", "i choose", "all of you", "you guys", "guys",
            "and", "but", "for the last time", "once and for all", "must", "you must", "need to",
        ],
        After =
        [
            "now", "right now", "immediately", "at once", "asap", "today", "already", "again", "ok", "okay", "all", "you", "man", "dude", "bro", "guys", "everyone",
            "for good", "forever", "once and for all", "to stop", "right away", "any ?more", "for now", "from now on", "going forward", "altogether", "completely",
            "permanently", "effective immediately", "to all", "team", "will you", "i said", "i say", "alright", "thanks and bye", "bye", "goodbye",
            "sent from (?:my|yahoo|outlook|samsung|mail)(?: \\w+){0,4}", "get outlook for \\w+",
        ],
        Joints =
        [
            "and", "but", "so", "because", "cause", "cuz", "coz", "or", "as", "since", "i", "im", "ive", "it", "its", "this", "they", "you", "youre", "we", "or i",
            "im going", "if", "anyway", "however", "also", "then", "though",
        ],
        Negations =
        [
            "not", "dont", "do not", "doesnt", "didnt", "never", "wont", "cant", "cannot", "couldnt", "without", "no", "wouldnt", "non", "nobody", "isnt", "shouldnt",
        ],
        Objects =
        [
            "texts", "txts", "text messages?", "sms", "sms messages?", "messages", "(?:a|another|any|this|that|one more) (?:message|text|survey)", "msgs?", "surveys?",
            "questionnaires?", "emails?", "mails?", "spam", "notifications?", "reminders?", "communications?", "correspondence", "robotexts", "stuff like this",
            "(?:survey|spam|text) (?:texts?|messages?|requests?|links?|invitations?|invites?|spam)", "(?:texts?|messages?) like (?:this|these)", "feedback requests?",
            "requests? for feedback", "marketing", "junk",
        ],
        Determiners =
        [
            "the", "a", "an", "all", "your", "these", "those", "this", "that", "my", "such", "stupid", "annoying", "silly", "additional", "other", "so many", "so much",
            "another", "endless", "constant", "unwanted",
        ],
        Lists =
        [
            "(?:your|the|this|that|these|all|any|of)(?: (?:your|the|mailing|marketing|text|texting|sms|contact|contacts|call|calling|distribution|survey|surveys|phone|email|all))* (?:lists?|databases?|system|records?|files?|contacts|mailings?|distribution)",
            "lists?",
        ],
    };
}
