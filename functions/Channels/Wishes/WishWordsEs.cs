namespace CxFunctions.Channels.Wishes;

internal static class WishWordsEs
{
    private const string Again = "(?: mas| nada| ya| nunca| jamas| de nuevo| otra vez| nunca mas| a mi celular| a mi numero| a este numero| a este celular| al celular| por favor| a mi| al cel| a mi cel| a mi telefono| a este telefono| por sms| por aqui| por este medio)*";

    private const string Number = "(?:mi (?:numero|numero de telefono|numero de celular|telefono|celular|cel|contacto|nombre|linea|correo|email|mail)|este (?:numero|telefono|celular|cel)|mis datos|el numero)";

    public static readonly WishWords Words = new()
    {
        Locale = "es",
        Stop =
        [
            "stop", "alto", "baja", "la baja", "de baja", "mi baja", "dar (?:de )?baja",
            "(?:darme|darnos|darse|darle|deme|denme|denos|dennos|dame|demen|demem|dadme|den|de|dese|doy|me doy|me den|me de|me dan|me da) (?:de )?(?:la )?baja",
            "dar(?:me)? la baja", "baja(?:r)?me", "dar baja",
            "parar", "pare", "paren", "parenle", "paren ya", "parar todo", "cancelar", "cancela", "cancelen", "cancelar todo", "cancelenlo", "basta", "ya basta",
            "detener", "detengan", "detenga", "detenganse", "detengase", "detente", "salir", "salirme", "salga", "salgan", "eliminar", "eliminarme", "eliminame",
            "eliminenme", "elimineme",
            "desuscrib(?:ir|irme|ime|e|eme|anme|irse|o|a|an)", "dessuscribir(?:me)?", "desubscribir(?:me)?", "desuscripcion", "desinscribir(?:me)?", "desafiliar(?:me)?",
            "desafiliacion", "desafilie(?:n)?me", "desafiliame", "desactivar", "revocar", "revoco", "quitar(?:me)?", "quitenme", "quiteme", "quitame", "sacarme",
            "saquenme", "saqueme", "sacame", "borrar(?:me)?", "borrenme", "borreme", "borrame", "remover(?:me)?", "retirarme", "retirenme", "retireme", "no mas",
            "no mas ya", "ya no mas", "(?:ya )?no (?:mas )?(?:mensajes?|mensajitos|sms|encuestas?|spam)", "cesen", "anular suscripcion", "cancelar suscripcion",
            "(?:revoco|retiro|cancelo) (?:mi |el )?(?:consentimiento|autorizacion)",
            "ba ja", "b aja", "baj a",
        ],
        Start =
        [
            "alta", "de alta", "la alta", "(?:quiero |deseo |solicito )?(?:darme|deme|denme|dame|dar|den|me doy|doy) (?:de )?alta", "iniciar", "inicia", "reiniciar",
            "reanudar", "reanuden", "reactivar(?:me)?", "activar", "suscribir(?:me)?", "suscribanme", "suscribeme", "volver",
            "(?:quiero |quisiera |deseo )?volver a recibir(?: {o})?", "empezar", "comenzar", "(?:quiero )?(?:volver a )?recibir(?: de nuevo| otra vez| nuevamente) {o}",
            "(?:quiero )?recibir {o}(?: de nuevo| otra vez| nuevamente)", "vuelvan a (?:escribirme|enviarme)(?: {o})?",
        ],
        Help =
        [
            "ayuda", "info", "informacion", "mas informacion", "ayudame", "ayudenme", "necesito ayuda", "quien es", "quien eres", "quienes son", "quien habla",
            "quien escribe", "de quien es este numero", "que es esto", "quien me escribe", "de parte de quien",
        ],
        Requests =
        [
            $"(?:ya )?no (?:me |nos |le |les )?(?:enviaran|enviara|mandaran|mandara|envien|envie|envies|enviar|enviarme|envienme|enviarnos|manden|mande|mandes|mandar|mandarme|mandenme|remitan|hagan llegar)(?: mas| ya)? {{x}}{Again}",
            $"(?:ya )?no (?:me |nos )?(?:escribieran|contactaran|molestaran|escriban|escriba|escribas|escribir|escribirme|contacten|contacte|contactes|contactar|contactarme|molesten|moleste|molestes|molestarme|fastidien|fastidie|fastidies|jodan|jodas|incomoden|incomode|encuesten|texteen|acosen|hostiguen|frieguen|busquen|spameen){Again}",
            $"(?:ya )?no (?:me|nos) (?:envien|envie|envies|manden|mande|mandes) (?:mas|nada|nada mas|mas nada){Again}",
            $"no (?:me |nos )?vuelva[ns]? a (?:escribir|enviar|mandar|contactar|molestar|fastidiar|encuestar)(?:me|nos)?(?: {{o}}| nada| mas)*{Again}",
            $"(?:(?:deje|dejen|deja|dejad|dejar|paren|pare|para|parar|cesen|basta) (?:ya )?(?:de|con)|eviten|evite|evitar) (?:enviar|enviarme|enviarnos|mandar|mandarme|mandarnos|escribir|escribirme|molestarme|molestarnos|fastidiarme|contactar|contactarme|joderme|textear|textearme|spamear|spamearme|acosarme|hostigarme|encuestar|encuestarme|recibir|hincharme)(?: mas)?(?: {{o}})?{Again}",
            $"(?:parar|pare|paren|detener|detengan|detenga|cancelar|cancele|cancelen|cancela|suspender|suspendan|suspenda|eliminar|basta|basta ya|alto|stop|no mas|baja|bloquear|desactivar|desactiven|anular|quitar|quiten|ya no|no mas de|ya basta|dar de baja|darme de baja|deme de baja|denme de baja)(?: con| de| a| en)? {{o}}{Again}",
            $"(?:ya )?no (?:quiero|deseo|quisiera|queremos|deseamos|necesito|me interesan?|acepto|autorizo|estoy interesad[oa] en)(?: (?:ya|mas|recibir|recibirlos|recibirlas|seguir recibiendo|que me (?:envien|manden|lleguen|hagan|sigan enviando|sigan mandando)|tener|ver|el envio de|la recepcion de|este tipo de|ningun tipo de))* {{o}}(?: mas)?{Again}",
            "(?:ya )?no (?:quiero|deseo|quisiera) recibir(?: mas)? {x}", "nunca mas me (?:envien|manden|escriban|contacten|llamen)(?: nada| {o})?",
            "(?:ya )?no (?:quiero|deseo|quisiera|autorizo)(?: a)? que me (?:sigan )?(?:escriban|contacten|molesten|encuesten|escribiendo|contactando|molestando|fastidien|fastidiando|texteen)" + Again,
            $"(?:borren|borre|borra|borrar|eliminen|elimine|elimina|eliminar|quiten|quite|quita|quitar|saquen|saque|saca|sacar|retiren|retire|retira|retirar|excluyan|excluya|remuevan|remover|olviden|olvidense de|den de baja|dar de baja|deme de baja|dar baja a|dar la baja a|baja|baja de)(?: a)? {Number}(?: de {{list}})?",
            "(?:me )?(?:borren|borre|borra|borrar|borrenme|borreme|borrame|borrarme|eliminen|elimine|eliminar|eliminenme|elimineme|eliminame|eliminarme|quiten|quite|quitar|quitenme|quiteme|quitame|quitarme|saquen|saque|sacar|saquenme|saqueme|sacame|sacarme|retiren|retirar|retirenme|retireme|retirarme|excluyan|excluyanme|excluirme|remuevanme|removerme|salir|salirme|denme de baja|deme de baja|darme de baja|dame de baja|den de baja|dar de baja|de baja|baja) (?:de|en|a) {list}",
            $"(?:darme|darnos|deme|denme|dame|dadme|me den|me de|dar|den) de baja(?: (?:de|en|a|para) {{o}}| (?:de|en) {{list}}| {Number}| del servicio de {{o}})",
            "dej(?:en|e|a|es)(?:me|nos) (?:en paz|tranquil[oa]s?|quiet[oa])", "dej(?:en|e|a) de molestar(?:me|nos)?", "me dej(?:en|e|as) (?:en paz|tranquil[oa])",
            $"(?:no|dejar de|dejen de) recibir(?: mas)? {{o}}{Again}",
            "no autorizo(?: \\w+){0,3} (?:mi numero|mis datos)",
        ],
        WholeRequests =
        [
            "(?:parar|paren|pare|detengan|paren con|acaben con) (?:esto|eso|ya esto|con esto)",
            $"(?:ya )?no (?:me |nos )?(?:envien|envie|envies|enviar|enviarme|manden|mande|mandes|mandar|mandarme|llamen|llame|llames|llamar|llamarme|molestar|joda[ns]?|insistan){Again}",
            $"(?:ya )?no (?:quiero|deseo|quisiera|queremos) (?:mas|recibir|recibir mas|recibir nada|recibir nada mas|seguir recibiendo|saber nada|saber mas|saber nada mas|que me (?:escriban|envien|manden|contacten|llamen|molesten)(?: nada)?){Again}",
            $"(?:ya )?no (?:quiero|deseo) que me (?:sigan )?(?:llamen|envien|manden|llamando|enviando|mandando)(?: nada)?{Again}",
            $"(?:dejen|deje|deja|paren|pare|para) de (?:joder|fastidiar|fregar|insistir|llamar|llamarme|hinchar|chingar|hostigar|acosar){Again}",
            "no vuelva[ns]? a (?:llamar|llamarme)",
            "(?:ya )?(?:les |te )?(?:dije|puse|escribi|mande|respondi|envie|conteste) (?:que )?(?:baja|stop|no mas|que no)(?: mas)?", "no mas de (?:esto|estos|estas)",
            "ya no(?: me)? (?:escriban|manden|envien)", "quiero la baja(?: ya)?", "no vuelva[ns]? a (?:escribir|enviar|mandar|contactar)(?:me)?", "baja del servicio",
            "(?:me )?(?:borren|borrenme|eliminen|eliminenme|saquen|saquenme|quiten|quitenme)(?: de ahi| de aqui)?",
        ],
        Doubts =
        [
            "(?:no me dan|dar(?:me|se|te)?|doy|deme|denme|den|dan) de baja", "desuscri\\w*", "desinscri\\w*", "desafili\\w*",
            "(?:ya )?no (?:me|nos) interesa(?: nada| esto)?", "no estoy interesad[oa]", "(?:numero|persona) equivocad[oa]", "equivocad[oa] de (?:numero|persona)",
            "no me (?:escriban|contacten|texteen)", "no me (?:envien|manden|envie|mande) (?:mas )?{o}", "siguen (?:escribiendo|enviando|mandando|molestando)",
            "(?:no )?(?:dejan|paran) de (?:escribir|enviar|mandar|molestar)\\w*",
            "como (?:hago para |puedo |me |se )?(?:cancelo|cancelar|salgo|salir|parar|paro|dejar de recibir|no recibir|darme de baja)", "demasiad[oa]s {o}",
            "(?:ya )?no (?:me |nos )?(?:manden|mande|mandes|envien|envie|envies|escriban|escriba)(?: mas)? (?:esto|eso|estas|estos|esas|esos|cosas)",
            "(?:retiren|retire|saquen|saque|quiten|quite|borren|borre|eliminen|elimine|bajen|baje|baja)me de",
            "no (?:quiero|deseo|quisiera)(?: \\w+){0,2} (?:recibir|recibiendo)(?: nada| mas)?",
            "no fastidien", "pedi (?:la )?baja", "(?:nunca|no) me (?:suscribi|inscribi|registre)",
            "(?:dio|dieron|consiguieron|obtuvieron|sacaron|tienen) mi (?:numero|telefono|celular)", "(?:hart[oa]s?|hartaron|hartan|cansad[oa]|cansan)(?: \\w+){0,2} {o}",
        ],
        WholeDoubts =
        [
            "no gracias", "no quiero(?: nada| nada mas| esto| eso| hacerlo| ya)?", "no deseo(?: nada)?",
            "(?:ya )?no (?:quiero|deseo) (?:participar|responder|contestar|opinar|calificar|llenar|hacer|hacerla|responderla|contestarla)(?: \\w+){0,3}",
            "(?:ya )?cancele", "para", "para ya", "paras", "para todo", "fin", "terminar", "termina", "finalizar", "anular", "suspender", "suspendan", "bloquear",
            "bloqueado", "bloqueados", "spam", "esto es spam", "estafa", "nunca mas", "suficiente", "dejenme", "vete", "vayanse", "vayanse a la \\w+", "jodanse", "largo",
            "retirar", "sacar", "rechazo", "rechazar", "no autorizo", "no molesten a nadie",
            "(?:quiero|quisiera|deseo|necesito) (?:cancelar|anular|suspender|terminar)", "cancelar (?:la|mi) suscripcion", "no soy(?: \\w+){0,3}", "no insistan", "bajja",
            "vaja", "bja", "baka",
        ],
        Polite =
        [
            "por favor", "porfavor", "porfa", "porfis", "por fa", "x favor", "xfavor", "xfa", "x fa", "por fabor", "gracias", "muchas gracias", "mil gracias", "grcs",
            "grax", "de antemano", "desde ya", "saludos", "atentamente", "atte", "cordialmente", "buenas", "buenos dias", "buen dia", "buenas tardes", "buenas noches",
            "hola", "estimad[oa]s?", "senor(?:a|es|ita|itas|as)?", "dr", "dra", "ing", "lic", "sr", "sres", "sra", "srta", "disculpen?", "perdon", "carajo", "mierda",
            "ctm", "ptm", "pues", "caramba", "oigan", "oye", "amig[oa]s?",
        ],
        Before =
        [
            "quiero", "quisiera", "deseo", "sirvase", "sirvanse", "se sirvan", "solicito", "necesito", "pido", "les pido", "le pido", "les ruego", "exijo", "favor de",
            "favor", "me gustaria", "ruego", "agradeceria", "agradezco", "solicito que", "pido que", "les pido que", "le pido que", "exijo que", "quiero que",
            "quisiera que", "deseo que", "les solicito", "solicitud de", "ya", "si", "ok", "texto", "mensaje", "palabra", "la palabra", "ahora", "entonces", "urgente",
            "y", "pero", "podrian", "me pueden", "me puede", "me podrian", "me podria", "pueden", "puede", "podria", "pueden por favor", "les agradeceria",
            "por ultima vez", "de una vez", "digo", "dije", "yo", "asunto", "re", "se los pido", "he pedido", "cuanto antes",
        ],
        After =
        [
            "ya", "de ahi", "de aqui", "ya mismo", "ahora", "ahora mismo", "inmediatamente", "de inmediato", "inmediata", "urgente", "de una vez", "de una vez por todas",
            "por siempre", "para siempre", "todo", "todos", "ok", "si", "hoy", "pronto", "lo antes posible", "cuanto antes", "definitivamente", "definitiva", "senores",
            "amigos", "no mas", "nomas", "a partir de (?:hoy|ahora)", "desde (?:hoy|ahora)", "en adelante", "y gracias", "total", "permanente", "que pesados", "pesados",
            "chao", "adios", "de ustedes", "de uds", "por el momento", "por ahora",
            "enviado desde (?:mi|el|un)(?: \\w+){1,4}", "enviado desde \\w+",
        ],
        Joints =
        [
            "y", "e", "o", "pero", "porque", "xq", "pq", "ya que", "pues", "que", "estoy", "me", "es", "son", "ni", "si no", "sino", "o si no", "asi que", "entonces",
            "ademas", "tambien", "por eso", "aunque", "voy", "se", "yo", "esto", "ustedes",
        ],
        Negations = ["no", "nunca", "jamas", "sin", "ni", "tampoco", "nadie"],
        Objects =
        [
            "mensajes?", "mensajitos?", "mensajes? de texto", "sms", "msj", "msjs", "mjs", "mensages?", "encuestas?", "cuestionarios?", "correos?(?: electronicos?)?",
            "mails?", "emails?", "spam", "publicidad", "propagandas?", "notificacion(?:es)?", "recordatorios?", "comunicaciones", "avisos", "textos", "encuestitas",
            "invitacion(?:es)? a encuestas", "(?:mensajes?|sms|correos?) (?:de|con) (?:encuestas?|publicidad|propaganda|este tipo|ustedes|texto|ninguna clase)",
            "ese tipo de mensajes", "envio de (?:mensajes|sms|encuestas|correos)",
        ],
        Determiners =
        [
            "el", "la", "los", "las", "un", "una", "sus", "su", "tus", "tu", "estos", "estas", "este", "esta", "esos", "esas", "ese", "esa", "mis", "mi", "todos",
            "todas", "tantos", "tantas", "ningun", "ninguna", "otro", "otra", "otros", "otras", "tipo de", "clase de", "malditos", "malditas", "mugres", "benditas",
            "benditos", "dichosas",
        ],
        Lists =
        [
            "(?:la|las|su|sus|esta|estas|esa|esas|tu|tus|vuestra|todas|toda|los|el|este|cualquier|estos|estas)(?: (?:las|sus|su|la|los))?(?: (?:bases? de datos|lista de (?:contactos|envios|encuestas|correo|difusion|distribucion|mensajes)|listas?|bases?|registro|registros|sistema|contactos|agenda|directorio|grupo))",
            "lista(?: de \\w+)?", "listas", "base de datos",
        ],
    };
}
