// Pages that are there for everybody, and the steps of upo's registration.

export const FOOTER = { 'Uso del portale': '/uso-del-portale', Accessibilità: '/accessibilita', 'Note legali': '/note-legali', Privacy: '/privacy' };
export const DOORS = ['/', '/upo', '/upo/digspes', '/ecampus', '/unimi', '/alternanza'];
export const IDENTITY = ['/accedi', '/accedi?poi=/upo/area', '/verifica-email', '/recupera-password', '/recupera-password?link=x', '/recupera-utente', '/esci'];
export const REGISTRATION = ['/upo/accreditamento', '/upo/accreditamento/nazione', '/ecampus/accreditamento/nazione', '/upo/accreditamento/riprendi?chiave=x'];
export const STEPS = ['nazione', 'azienda', 'sede-legale', 'sede-operativa', 'referente', 'rappresentante', 'privacy', 'utente', 'riepilogo'];
