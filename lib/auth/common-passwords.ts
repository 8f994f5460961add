import 'server-only'

/**
 * Long passwords that people are known to choose, in lower case and without signs. Written by hand: published lists are nearly all shorter
 * than the 15 characters asked for here, and guessers make the long ones out of the short. So this list is short, and `checkPassword` takes
 * away the words below, rows of keys and repeats to judge what is left. It is no list of leaked passwords: it cannot tell that one has leaked.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  000000000000000 098765432109876 111111111111111 112233445566778 11223344556677889900 123123123123123 123456789012345 1234567890123456
  12345678901234567890 1234567890qwerty 1234567890qwertyuiop 123456789123456 123456789123456789 123456789qwerty 123qweasdzxc123
  1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb 1qazxsw23edcvfr4 987654321987654 a1b2c3d4e5f6g7h8
  a1b2c3d4e5f6g7h8i9j0 aaaaaaaaaaaaaaa abc123abc123abc123 abcdefghijklmno abcdefghijklmnop abcdefghijklmnopqrstuvwxyz adminadminadmin
  administrator123 administrator1234 administratorpassword adminpassword123 allyourbasearebelongtous alongerpassword
  antidisestablishmentarianism asdfasdfasdfasdf asdfghjklqwertyuiop atleastfifteencharacters averylongpassphrase averylongpassword
  averysecretpassword averystrongpassword bayernmuenchen blueredgreenyellow borussiadortmund breakingbad12345 butterflybutterfly
  carpediemcarpediem certificateauthority certificatemanager championsleague changemeimmediately changemenow123 changemeplease
  changethispassword chocolatechocolate companypassword companypassword1 contrasenacontrasena correcthorsebattery
  correcthorsebatterystaple dallascowboys1 dasistmeinpasswort defaultpassword defaultpassword1 digitalcertificate
  donaudampfschifffahrtsgesellschaft dontforgetthis dontforgetthispassword eighteencharacters elvispresley1 eutiamomuito
  everythingisawesome everythingwillbeok fcbarcelona1899 fifteencharacters fifteencharacterslong forgotmypassword gameofthrones1
  geheimgeheimgeheim godblessamerica godisgoodallthetime goldenstatewarriors hakunamatata hakunamatatahakunamatata harrypotter12345
  harrypotterharrypotter hasloehaslohaslo hellomynameis helloworldhelloworld hermionegranger iamthebestintheworld iamtheoneandonly
  iamyourfather ichliebedich123 ichliebedichmehr idontknowmypassword iforgotmypassword ihatemypassword ihatepasswords ilovejesuschrist
  ilovemychildren ilovemyfamily ilovemyhusband ilovestarwars iloveyou1234567 iloveyoubaby iloveyouforever iloveyouiloveyou
  iloveyoumorethan iloveyousomuch iloveyouverymuch ingodwetrust itsasecrettoeverybody januaryfebruarymarch jesuschristislord
  jesusismysavior jesuslovesme jetaimejetaime keepcalmandcarryon letitbeletitbe letmeinletmein letmeinletmeinletmein letmeinnowplease
  letmeinplease livelongandprosper liverpoolfc1892 longpassword12345 lordoftherings loremipsumdolor loremipsumdolorsitamet
  losangeleslakers lukeiamyourfather manchestercity manchesterunited manchesterunited1 maytheforcebewithyou meingeheimespasswort
  meinpasswort123 michaeljackson michaeljackson1 mijnwachtwoord minecraftminecraft minhasenhasecreta mojetajnehaslo
  mondaytuesdaywednesday monmotdepasse motdepassemotdepasse mypassword12345 mypassword123456 mypasswordissecret mysecretpassword
  mystrongpassword mysupersecretpassword ncc1701encc1701d nevergonnagiveyouup nevergonnagiveyouupnevergonnaletyoudown
  neverguessthispassword neversaynever newyorkyankees nobodywillguessthis nopasswordforyou onemoretimeplease onetwothreefour
  onetwothreefourfive onetwothreefourfivesix opensesameopensesame opensesameplease parolaparola123 passphrasepassphrase password1234567
  password12345678 password123456789 password123password passwordispassword passwordpassword passwordpassword1 passwordpasswordpassword
  passwordwithfifteencharacters passwortpasswort pleaseletmein pneumonoultramicroscopicsilicovolcanoconiosis pokemonpokemon
  princessprincess qazwsxedcrfvtgb qwerty1234567890 qwertyqwertyqwerty qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm
  realmadrid1902 redorangeyellowgreen rememberthispassword rickrollrickroll rootrootrootroot secretsecretsecret securepassword123
  senhasenhasenha sixteencharacters spidermanspiderman spongebobsquarepants starwarsstarwars strawberrystrawberry strongpassword123
  sunshinesunshine supercalifragilistic supercalifragilisticexpialidocious supermanbatman supersecretpassword supersecurepassword
  teamomuchomucho teamoparasiempre temporarypassword temporarypassword1 tequieromucho testpassword123 testtesttesttest thebigbangtheory
  thepasswordispassword thequickbrownfox thequickbrownfoxjumps thequickbrownfoxjumpsoverthelazydog thisisapassword thisisasecret
  thisismypassphrase thisismypassword thisisthepassword tobeornottobe tobeornottobethatisthequestion topsecretpassword topsecrettopsecret
  twentycharacters unbreakablepassword unguessablepassword verysecurepassword verystrongpassword wachtwoordwachtwoord
  watermelonwatermelon welcome123welcome welcometothecompany welcometothejungle welcometotheteam welcomewelcome winteriscoming
  winteriscoming2011 writethisdown123 youllneverwalkalone youshallnotpass youwillneverguess youwillneverguessthis zaq12wsxcde34rfv
  zxcvbnmasdfghjkl
  `
    .trim()
    .split(/\s+/),
)

/** Words that guessers begin with. A password has to be a password without them. */
export const weakWords: readonly string[] = `
  root temp test user admin cisco guest haslo hello heslo login senha abc123 andrew ashley autumn azerty batman cheese comodo daniel
  dragon george google hannah jordan joshua master monday monkey nicole office oracle parola qwerty qwertz robert secret server shadow
  spring summer sunday thomas ticket winter arsenal charlie chelsea company default ferrari freedom january jessica letmein lozinka
  matthew michael mustang pokemon private samsung sectigo support unstuck welcome zendesk baseball changeme computer corvette database
  december facebook football helpdesk iloveyou internet jennifer mercedes p@ssw0rd p@ssword pa55word passw0rd password passwort princess
  salasana starwars sunshine superman trustno1 welcome1 whatever barcelona butterfly chocolate liverpool temporary basketball contrasena
  contraseña motdepasse realmadrid salesforce wachtwoord certificate servicedesk administrator
`
  .trim()
  .split(/\s+/)
